using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Assessments;

/// <summary>アセスメント: only the 相談支援専門員 who visited may write it.</summary>
internal sealed class AssessmentAct : ClientAct
{
    private static readonly TimeSpan LongestVisit = TimeSpan.FromHours(12);

    public override string Name => "Office.Assessment";

    public override IReadOnlyList<string> ReservedTo => [Roles.Specialist];

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop)
    {
        var last = await context.Db.Assessments
            .Where(row => row.ClientId == client.Id)
            .OrderByDescending(row => row.VisitedAt)
            .FirstOrDefaultAsync(stop);
        var place = client.Dwelling switch
        {
            Dwelling.Institution => VisitPlace.Facility,
            Dwelling.Hospital => VisitPlace.Hospital,
            _ => VisitPlace.Home,
        };
        var values = Prefill(
            ("place", Value.Of(ActReader.Key(place))), ("method", Value.Of(ActReader.Key(VisitMethod.Visit))),
            ("userPresent", Value.Of(true)), ("familyPresent", Value.Of(true)));

        // What describes a life changes slowly; what was wished and found must be asked anew.
        return last is null
            ? values
            : new FormPrefill(values.Values.With(Answer(
                ("overview", Of(last.Overview)), ("lifeHistory", Of(last.LifeHistory)), ("medical", Of(last.Medical)),
                ("environment", Of(last.Environment)), ("currentSupport", Of(last.CurrentSupport)), ("strengths", Of(last.Strengths)))));
    }

    protected override Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var assessment = Read(context, client, read);
        CheckTime(context, read, assessment);
        CheckPlace(read, assessment);
        CheckPersons(read, assessment);
        if (read.IsWrong)
        {
            return Task.FromResult<Outcome<Value.Record>>(read.Refusal);
        }

        context.Db.Add(assessment);
        return Task.FromResult<Outcome<Value.Record>>(Answer(("assessmentId", Value.Of(assessment.Id.ToString()))));
    }

    private static Assessment Read(ActContext context, Client client, ActReader read) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = context.OfficeId,
        ClientId = client.Id,
        CaseId = context.CaseId,
        VisitedAt = read.Moment("visitedAt") ?? DateTimeOffset.MinValue,
        EndedAt = read.Moment("endedAt") ?? DateTimeOffset.MinValue,
        Place = read.Choice<VisitPlace>("place"),
        PlaceName = read.Text("placeName"),
        Method = read.RequiredChoice<VisitMethod>("method", "面接の方法"),
        VideoReason = read.Text("videoReason"),
        UserPresent = read.YesNo("userPresent"),
        UserAbsentReason = read.Text("userAbsentReason"),
        FamilyPresent = read.YesNo("familyPresent"),
        PresentPersons = read.Text("presentPersons"),
        FamilyAbsentReason = read.Text("familyAbsentReason"),
        PurposeExplained = read.YesNo("purposeExplained"),
        Overview = read.Text("overview"),
        Hopes = read.Required("hopes", "本人の希望"),
        FamilyHopes = read.Text("familyHopes"),
        LifeHistory = read.Text("lifeHistory"),
        Medical = read.Text("medical"),
        Environment = read.Required("environment", "生活の環境"),
        CurrentSupport = read.Text("currentSupport"),
        Strengths = read.Text("strengths"),
        Issues = read.Required("issues", "解決すべき課題"),
        DecisionSupport = read.Text("decisionSupport"),
        PerformedBy = context.PersonId,
        RecordedAt = context.At,
    };

    private static void CheckTime(ActContext context, ActReader read, Assessment assessment)
    {
        if (read.Moment("visitedAt") is not { } start)
        {
            read.Refuse("required", "「訪問した日時」を入力してください。", "visitedAt");
            return;
        }

        read.RefuseIf(start > context.At, "day-ahead", "「訪問した日時」がまだ来ていません。訪問を終えてから記録してください。", "visitedAt");
        if (read.Moment("endedAt") is not { } end)
        {
            read.Refuse("required", "「終えた日時」を入力してください。", "endedAt");
            return;
        }

        read.RefuseIf(end <= start, "end-before-start", "「終えた日時」は訪問した日時より後にしてください。", "endedAt");
        read.RefuseIf(end - start > LongestVisit, "visit-too-long", "訪問が12時間を超えています。日時を確かめてください。", "endedAt");
        read.RefuseIf(!assessment.PurposeExplained, "purpose-not-explained", "面接の趣旨を説明し、理解を得たことを確かめて印をつけてください。", "purposeExplained");
    }

    private static void CheckPlace(ActReader read, Assessment assessment)
    {
        // アセスメントは居宅等を訪問して行う (duty: assessment); a record without a place is a standard audit finding.
        read.RefuseIf(assessment.Place is null, "place-missing", "「訪問した場所」を居宅・施設・病院から選んでください。", "place");
        read.RefuseIf(
            assessment.Place is VisitPlace.Facility or VisitPlace.Hospital && assessment.PlaceName is null,
            "place-name-missing", "施設や病院で行ったときは「場所の名称」を入力してください。", "placeName");
        read.RefuseIf(
            assessment.Method is VisitMethod.Video && assessment.VideoReason is null,
            "video-reason-missing", "テレビ電話等は対象地域で要件を満たすときだけ認められます。地域と要件を「テレビ電話等とした理由」に入力してください。", "videoReason");
    }

    private static void CheckPersons(ActReader read, Assessment assessment)
    {
        read.RefuseIf(
            !assessment.UserPresent && assessment.UserAbsentReason is null,
            "user-absent-reason-missing", "本人に面接できなかった理由と、意向をどう確かめたかを入力してください。", "userAbsentReason");
        read.RefuseIf(
            !assessment.FamilyPresent && assessment.FamilyAbsentReason is null,
            "family-absent-reason-missing", "家族に面接しなかった理由を入力してください。家族がいないときはそう書いてください。", "familyAbsentReason");
    }

    private static Value Of(string? text) => text is null ? Value.None : Value.Of(text);
}
