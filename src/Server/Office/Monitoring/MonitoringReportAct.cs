using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Monitoring;

/// <summary>モニタリング報告書: what was seen and heard on the visit, need by need, and what it comes to.</summary>
internal sealed class MonitoringReportAct : ClientAct
{
    public override string Name => "Office.MonitoringReport";

    public override IReadOnlyList<string> ReservedTo => [Roles.Specialist, Roles.Assistant];

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop)
    {
        var month = MonitoredMonth.Of(context);
        var plan = await PlanAsync(context, client, stop);
        var place = client.Dwelling switch
        {
            Dwelling.Institution => VisitPlace.Facility,
            Dwelling.Hospital => VisitPlace.Hospital,
            _ => VisitPlace.Home,
        };
        var next = await DesignatedMonths.NextAsync(context.Db, client.Id, month, stop);
        var rows = (plan?.Needs ?? []).Select(static need => (Value)Answer(
            ("rank", Value.Of((decimal)need.Rank)),
            ("goal", Value.Of(need.Goal)),
            ("achieveBy", need.AchieveBy is { } by ? Value.Of(by) : Value.None)));

        return Prefill(
            ("place", Value.Of(ActReader.Key(place))),
            ("interviewed", Value.Of(true)),
            ("needs", Value.Of(rows)),
            ("result", Value.Of(MonitoringResults.Key(next is null ? MonitoringResult.Renewal : MonitoringResult.Continue)))) with
        {
            Facts =
            [
                new("モニタリング月", JapaneseEra.Month(month)),
                new("次のモニタリング月", next is { } day ? JapaneseEra.Month(day) : "終期月です", $"/clients/{client.Id}/certificates"),
                new("総合的な援助の方針", plan?.Policy ?? "同意のある計画がありません", plan is null ? null : $"/plans/{plan.Id}"),
            ],
        };
    }

    protected override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var plan = await PlanAsync(context, client, stop);
        if (plan is null)
        {
            return new Refusal("plan-unknown", "同意のある計画がまだないので、モニタリングの報告はできません。先に計画を作ってください。", Kind: RefusalKind.Unknown);
        }

        var report = Read(context, plan, read);
        ReadRows(report, plan, read);
        CheckVisit(context, report, read);
        CheckResult(report, read);
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        context.Db.Add(report);
        return Answer(
            ("reportId", Value.Of(report.Id.ToString())),
            ("result", Value.Of(MonitoringResults.Key(report.Result))),
            ("reason", report.ResultReason is { } reason ? Value.Of(reason) : Value.None));
    }

    private static MonitoringReport Read(ActContext context, ServicePlan plan, ActReader read)
    {
        var result = MonitoringResults.Parse(read.Text("result"));
        read.RefuseIf(result is null, "required", "「結果」を選んでください。", "result");

        return new MonitoringReport
        {
            Id = Guid.CreateVersion7(),
            OfficeId = context.OfficeId,
            ClientId = plan.ClientId,
            CaseId = context.CaseId,
            PlanId = plan.Id,
            Month = MonitoredMonth.Of(context),
            VisitedAt = read.Moment("visitedAt") ?? DateTimeOffset.MinValue,
            Place = read.Choice<VisitPlace>("place"),
            PlaceName = read.Text("placeName"),
            Interviewed = read.YesNo("interviewed"),
            NotInterviewedReason = read.Text("notInterviewedReason"),
            Policy = plan.Policy,
            Overall = read.Required("overall", "全体の状況"),
            Result = result ?? MonitoringResult.Continue,
            ResultReason = read.Text("reason"),
            NextOn = read.Day("nextOn"),
            PerformedBy = context.PersonId,
            RecordedAt = context.At,
        };
    }

    private static void ReadRows(MonitoringReport report, ServicePlan plan, ActReader read)
    {
        var rows = read.Rows("needs");
        foreach (var need in plan.Needs.OrderBy(static need => need.Rank))
        {
            var row = rows.FirstOrDefault(one => one.Number("rank") == need.Rank);
            if (row is null)
            {
                read.Refuse("need-missing", $"優先順位{need.Rank}「{need.Goal}」の結果がありません。", "needs");
                continue;
            }

            // The first three columns are the plan's, whatever was sent.
            report.Rows.Add(new MonitoringRow
            {
                Id = Guid.CreateVersion7(),
                OfficeId = report.OfficeId,
                ReportId = report.Id,
                Rank = need.Rank,
                Goal = need.Goal,
                AchieveBy = need.AchieveBy,
                Provided = row.Required("provided", "サービス提供状況"),
                Feeling = row.Required("feeling", "本人の感想・満足度"),
                Achieved = row.Required("achieved", "支援目標の達成度"),
                Ahead = row.Text("ahead"),
                KindChange = row.YesNo("kindChange"),
                AmountChange = row.YesNo("amountChange"),
                WeekChange = row.YesNo("weekChange"),
                Note = row.Text("note"),
            });
        }
    }

    private static void CheckVisit(ActContext context, MonitoringReport report, ActReader read)
    {
        read.RefuseIf(read.Moment("visitedAt") is null, "required", "「訪問の日時」を入力してください。", "visitedAt");
        read.RefuseIf(report.VisitedAt > context.At, "day-ahead", "「訪問の日時」がまだ来ていません。訪問を終えてから書いてください。", "visitedAt");

        // 居宅等を訪問して面接する; a record without a place is a standard audit finding (duty: monitoring-visit).
        read.RefuseIf(report.Place is null, "place-missing", "訪問した「場所」を居宅・施設・病院から選んでください。", "place");
        read.RefuseIf(
            report.Place is VisitPlace.Facility or VisitPlace.Hospital && report.PlaceName is null,
            "place-name-missing", "施設や病院で行ったときは「場所の名前」を書いてください。", "placeName");
        read.RefuseIf(
            !report.Interviewed && report.NotInterviewedReason is null,
            "interview-reason-missing", "本人と面接できなかった理由を書いてください。", "notInterviewedReason");
    }

    private static void CheckResult(MonitoringReport report, ActReader read)
    {
        read.RefuseIf(
            report.AsksForDecision && report.Result is MonitoringResult.Continue,
            "decision-needed", "サービスの種類か量の変更が「有」です。市の決定が要るので、結果は「中途月変更」か「終期月更新」にしてください。", "result");
        read.RefuseIf(
            report.Result is not MonitoringResult.Continue && report.ResultReason is null,
            "reason-missing", "「継続」でないときは、理由を書いてください。", "reason");
        read.RefuseIf(
            report.Result is not MonitoringResult.End && report.NextOn is null,
            "required", "「次回の予定」を入力してください。", "nextOn");
        read.RefuseIf(
            report.NextOn is { } next && report.VisitedAt != DateTimeOffset.MinValue && next <= JapaneseEra.DayInTokyo(report.VisitedAt),
            "next-not-after", "「次回の予定」は今回の訪問より後の日にしてください。", "nextOn");
    }

    /// <summary>The plan in force: the client's last one with consent.</summary>
    private static async Task<ServicePlan?> PlanAsync(ActContext context, Client client, CancellationToken stop) =>
        await context.Db.WholePlans
            .Where(plan => plan.ClientId == client.Id && plan.Stage == PlanStage.Final && plan.ConsentedOn != null)
            .OrderByDescending(static plan => plan.Version)
            .FirstOrDefaultAsync(stop);
}
