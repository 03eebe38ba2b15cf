using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Decisions;
using OfficeWorkflow.Server.Office.OfficialForms;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>計画: the draft fitted to the decision, naming who provides each service.</summary>
internal sealed class PlanFinalAct : ClientAct
{
    public override string Name => "Office.PlanFinal";

    public override IReadOnlyList<string> ReservedTo => [Roles.Specialist];

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop)
    {
        var catalogue = await PlanCatalogue.LoadAsync(context.Db, stop);
        var previous = await LatestAsync(context, client, stop);
        var (decision, certificate) = await DecisionAsync(context, client, stop);
        var values = previous is null ? Value.Record.Empty : PlanForm.Values(previous, catalogue);

        return new FormPrefill(values.With("writtenOn", Today(context)))
        {
            Options = PlanForm.Options(catalogue),
            Facts = [.. await DeclinedPlan.FactsAsync(context.Db, previous, stop), .. await FactsAsync(context, decision, certificate, stop)],
        };
    }

    protected override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var catalogue = await PlanCatalogue.LoadAsync(context.Db, stop);
        var previous = await LatestAsync(context, client, stop);
        var (decision, certificate) = await DecisionAsync(context, client, stop);
        var plan = new PlanWriting(PlanOrigin.Of(context), client, catalogue, read).Write(PlanStage.Final, previous, previous?.AssessmentId, certificate?.Id);
        CheckDecision(read, plan, decision, certificate);
        read.RefuseIf(
            previous is { Stage: PlanStage.Final } && previous.CaseId == context.CaseId && plan.CorrectionReason is null,
            "correction-reason-missing", "この案件にはすでに計画があります。作り直す理由を入力してください。", "correctionReason");
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        context.Db.Add(plan);
        await PrintSheet.KeepAsync(context.Db, plan, context.PersonId, context.At, stop);
        await OlderRequests.EndAsync(context.Db, plan, context.At, stop);
        return Answer(("planId", Value.Of(plan.Id.ToString())), ("planVersion", Value.Of((decimal)plan.Version)));
    }

    private static void CheckDecision(ActReader read, ServicePlan plan, BenefitDecision? decision, Certificate? certificate)
    {
        if (decision is null || certificate is null)
        {
            read.Refuse("decision-missing", "支給決定が記録されていません。計画は支給決定の後に作ります。先に決定を記録してください。");
            return;
        }

        read.NotBefore(plan.WrittenOn, "writtenOn", "計画作成日", decision.DecidedOn, "plan-before-decision", "支給決定日");

        // 計画の量は決定された支給量を超えられない.
        foreach (var line in AmountComparison.Of(plan, certificate).Lines.Where(line => line.Difference is AmountDifference.Less))
        {
            read.Refuse(
                "amount-over-decision",
                $"{line.ServiceName}の量({line.Planned!.Printed})が支給決定({line.Decided!.Printed})を超えています。決定の範囲に直してください。",
                "needs");
        }
    }

    private static Task<ServicePlan?> LatestAsync(ActContext context, Client client, CancellationToken stop) =>
        context.Db.WholePlans.Where(plan => plan.ClientId == client.Id).OrderByDescending(plan => plan.Version).FirstOrDefaultAsync(stop);

    private static async Task<(BenefitDecision? Decision, Certificate? Certificate)> DecisionAsync(ActContext context, Client client, CancellationToken stop)
    {
        var decision = await context.Db.Decisions.Where(row => row.ClientId == client.Id).OrderByDescending(row => row.RecordedAt).FirstOrDefaultAsync(stop);
        return (decision, decision is null ? null : await context.Db.WholeCertificates.SingleAsync(row => row.Id == decision.CertificateId, stop));
    }

    private static async Task<IEnumerable<FormFact>> FactsAsync(ActContext context, BenefitDecision? decision, Certificate? certificate, CancellationToken stop)
    {
        if (decision is null || certificate is null)
        {
            return [new FormFact("支給決定", "記録がありません")];
        }

        var draft = await context.Db.WholePlans.SingleOrDefaultAsync(plan => plan.Id == decision.DraftId, stop);
        var amounts = draft is null ? AmountComparison.DecidedBy(certificate).Select(amount => new FormFact(amount.ServiceName, amount.Printed)) : Compared(draft, certificate);
        return [new FormFact("支給決定日", JapaneseEra.Long(decision.DecidedOn), $"/decisions/{decision.Id}"), .. amounts];
    }

    private static IEnumerable<FormFact> Compared(ServicePlan draft, Certificate certificate) =>
        from line in AmountComparison.Of(draft, certificate).Lines
        select new FormFact(line.ServiceName, $"案 {line.Planned?.Printed ?? "なし"} → 決定 {line.Decided?.Printed ?? "なし"}（{line.Label}）");
}
