using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.OfficialForms;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>計画案: a new version before the decision, from the assessment and whatever plan there was.</summary>
internal sealed class PlanDraftAct : ClientAct
{
    public override string Name => "Office.PlanDraft";

    public override IReadOnlyList<string> ReservedTo => [Roles.Specialist, Roles.Assistant];

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop)
    {
        var catalogue = await PlanCatalogue.LoadAsync(context.Db, stop);
        var previous = await context.Db.WholePlans.Where(plan => plan.ClientId == client.Id).OrderByDescending(plan => plan.Version).FirstOrDefaultAsync(stop);
        var assessment = await AssessmentAsync(context, client, stop);
        var values = previous is null ? FromAssessment(assessment) : PlanForm.Values(previous, catalogue);

        return new FormPrefill(values.With("writtenOn", Today(context)))
        {
            Options = PlanForm.Options(catalogue),
            Facts = [.. await DeclinedPlan.FactsAsync(context.Db, previous, stop), .. Facts(previous, assessment)],
        };
    }

    protected override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var catalogue = await PlanCatalogue.LoadAsync(context.Db, stop);
        var previous = await context.Db.Plans.Where(plan => plan.ClientId == client.Id).OrderByDescending(plan => plan.Version).FirstOrDefaultAsync(stop);
        var assessment = await AssessmentAsync(context, client, stop);
        var certificate = await context.Db.Certificates.Where(row => row.ClientId == client.Id).OrderByDescending(row => row.RecordedAt).FirstOrDefaultAsync(stop);
        var plan = new PlanWriting(PlanOrigin.Of(context), client, catalogue, read).Write(PlanStage.Draft, previous, assessment?.Id, certificate?.Id);
        read.NotBefore(
            plan.WrittenOn, "writtenOn", "計画案作成日", assessment is null ? null : JapaneseEra.DayInTokyo(assessment.VisitedAt),
            "draft-before-assessment", "アセスメントの訪問日");
        read.RefuseIf(
            previous is { Stage: PlanStage.Draft } && previous.CaseId == context.CaseId && plan.CorrectionReason is null,
            "correction-reason-missing", "この案件にはすでに計画案があります。作り直す理由を入力してください。", "correctionReason");
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        context.Db.Add(plan);
        await PrintSheet.KeepAsync(context.Db, plan, context.PersonId, context.At, stop);
        await OlderRequests.EndAsync(context.Db, plan, context.At, stop);
        return Answer(("planId", Value.Of(plan.Id.ToString())), ("planVersion", Value.Of((decimal)plan.Version)));
    }

    private static Task<Assessment?> AssessmentAsync(ActContext context, Client client, CancellationToken stop) =>
        context.Db.Assessments.Where(row => row.ClientId == client.Id).OrderByDescending(row => row.VisitedAt).FirstOrDefaultAsync(stop);

    private static Value.Record FromAssessment(Assessment? assessment)
    {
        if (assessment is null)
        {
            return Value.Record.Empty;
        }

        var family = assessment.FamilyHopes is { } wish ? Value.Of(wish) : Value.None;
        return PlanForm.Record(("userWish", Value.Of(assessment.Hopes)), ("familyWish", family));
    }

    private static IEnumerable<FormFact> Facts(ServicePlan? previous, Assessment? assessment)
    {
        if (assessment is not null)
        {
            var place = assessment.Place is { } known ? Words.Of(known) : "場所の記録なし";
            yield return new FormFact("アセスメント", $"{JapaneseEra.Long(assessment.VisitedAt)} {place}");
            yield return new FormFact("解決すべき課題", assessment.Issues);
        }

        if (previous is not null)
        {
            yield return new FormFact("前の版", $"{Words.Of(previous.Stage)} 第{previous.Version}版（{JapaneseEra.Date(previous.CreatedOn)}）", $"/plans/{previous.Id}");
        }
    }
}
