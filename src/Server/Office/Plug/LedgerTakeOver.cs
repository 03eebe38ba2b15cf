using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.TakeOvers;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Decisions;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Office.Plug;

/// <summary>
/// What the steps of plan making and monitoring would have left: the plan in the ledger, its consents, the decision, whom to tell. A case that begins later than its plan
/// needs the plan; it comes with the office's lists.
/// </summary>
internal sealed class LedgerTakeOver : TakeOverRecords
{
    public override async Task<Outcome<TakeOverLegacy>> ApplyAsync(TakeOverContext context, CancellationToken stop)
    {
        var id = Guid.TryParse(context.Subject, CultureInfo.InvariantCulture, out var parsed) ? parsed : Guid.Empty;
        if (await context.Db.Clients.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } client)
        {
            return new Refusal("client-unknown", "利用者が台帳に見つかりません。選び直してください。", "subject", RefusalKind.Unknown);
        }

        var plans = await context.Db.WholePlans.Where(plan => plan.ClientId == client.Id).OrderBy(static plan => plan.Version).ToListAsync(stop);
        var draft = plans.FindLast(static plan => plan.Stage is PlanStage.Draft);
        var final = plans.FindLast(plan => plan.Stage is PlanStage.Final && plan.Version > (draft?.Version ?? 0));
        if (Missing(context, draft, final) is { } missing)
        {
            return missing;
        }

        var plan = context.Before.Contains("plan-final", StringComparer.Ordinal) ? final : context.Before.Contains("plan-draft", StringComparer.Ordinal) ? draft : null;
        if ((await AgreeAsync(context, draft, final, stop) ?? await DecideAsync(context, client, draft, stop)) is { } no)
        {
            return no;
        }

        PlanVisit(context, client);

        return new TakeOverLegacy(await VariablesAsync(context, client, plan, stop), plan?.Id.ToString());
    }

    private static Refusal? Missing(TakeOverContext context, ServicePlan? draft, ServicePlan? final)
    {
        var asksFinal = context.Before.Contains("plan-final", StringComparer.Ordinal);
        var asksDraft = !asksFinal && context.Before.Contains("plan-draft", StringComparer.Ordinal);

        return (asksFinal && final is null) || (asksDraft && draft is null)
            ? new Refusal(
                "plan-missing",
                $"この段階から始めるには、利用者の{(asksFinal ? "計画" : "計画案")}が台帳に要ります。先に「データの取り込み」で計画を登録してください。",
                "place")
            : null;
    }

    /// <summary>
    /// The day of a consent that was given on paper stands on the version, as it would if it had been given here. To a version that was made here
    /// the consent is given here: nobody else can have it on paper.
    /// </summary>
    private static async Task<Refusal?> AgreeAsync(TakeOverContext context, ServicePlan? draft, ServicePlan? final, CancellationToken stop)
    {
        foreach (var step in context.Done.Where(static step => step.What is "consent"))
        {
            if ((StageOf(step) is PlanStage.Final ? final : draft) is not { IsConsented: false } plan)
            {
                continue;
            }

            if (plan.CaseId is { } made && await context.Db.Cases.AnyAsync(row => row.Id == made, stop))
            {
                return new Refusal(
                    "plan-made-here", "この計画はここの案件で作られ、まだ同意がありません。同意の日を引き継ぐことはできません。計画を作った案件で同意を受けてください。", TakeOverForm.OnName(step.NodeId), RefusalKind.Invalid);
            }

            if (step.DoneOn < plan.WrittenOn)
            {
                return new Refusal(
                    "consent-before-plan", $"同意の日が、計画を作成した日（{JapaneseEra.Long(plan.WrittenOn)}）より前です。台帳の計画と、同意書の日付を確かめてください。", TakeOverForm.OnName(step.NodeId), RefusalKind.Invalid);
            }

            _ = plan.Agree(step.DoneOn);
        }

        return null;
    }

    internal static PlanStage StageOf(TakenOverStep step) =>
        CaseFormat.ReadValue(step.Given) is Value.Record given && given["stage"] is Value.Text { Content: "plan" } ? PlanStage.Final : PlanStage.Draft;

    private static async Task<Refusal?> DecideAsync(TakeOverContext context, Client client, ServicePlan? draft, CancellationToken stop)
    {
        if (context.Done.FirstOrDefault(static step => step.What is "decision") is not { } step)
        {
            return null;
        }

        var certificate = await context.Db.Certificates.Where(row => row.ClientId == client.Id).OrderByDescending(static row => row.RecordedAt).FirstOrDefaultAsync(stop);
        if (certificate is null)
        {
            return new Refusal("certificate-missing", "支給決定が済んでいるときは、受給者証が台帳に要ります。先に利用者のページか「データの取り込み」で登録してください。", TakeOverForm.OnName(step.NodeId));
        }

        context.Db.Add(new BenefitDecision
        {
            Id = Guid.CreateVersion7(),
            OfficeId = context.OfficeId,
            ClientId = client.Id,
            CaseId = context.CaseId,
            DraftId = draft?.Id,
            CertificateId = certificate.Id,
            DecidedOn = step.DoneOn,
            PeriodFrom = certificate.ConsultationFrom ?? step.DoneOn,
            PeriodUntil = certificate.ConsultationUntil ?? step.DoneOn.AddYears(1).AddDays(-1),
            Note = $"引き継ぎ（{step.Source}）",
            DocumentId = step.DocumentId,
            RecordedAt = context.At,
            RecordedBy = context.PersonId,
        });

        return null;
    }

    private static void PlanVisit(TakeOverContext context, Client client)
    {
        if (context.Done.FirstOrDefault(static step => step.What is "visit-plan") is { } step)
        {
            context.Db.Add(new MonitoringVisit
            {
                Id = Guid.CreateVersion7(),
                OfficeId = context.OfficeId,
                ClientId = client.Id,
                CaseId = context.CaseId,
                Month = MonitoringMonths.FirstDay(JapaneseEra.DayInTokyo(context.At)),
                VisitOn = step.DoneOn,
                Note = $"引き継ぎ（{step.Source}）",
                PlannedBy = context.PersonId,
                PlannedAt = context.At,
            });
        }
    }

    private static async Task<Value.Record> VariablesAsync(TakeOverContext context, Client client, ServicePlan? plan, CancellationToken stop)
    {
        var variables = Value.Record.Empty;
        if (plan is not null)
        {
            variables = variables.With("planId", Value.Of(plan.Id.ToString())).With("planVersion", Value.Of((decimal)plan.Version));
        }

        if (context.Before.Contains("submit-to-city", StringComparer.Ordinal))
        {
            var officers = await Addressees.OfficersAsync(context.Db, client, stop);
            variables = variables.With(
                "cityOfficers", Value.Of(officers.Select(static officer => (Value)PlanForm.Record(("name", Value.Of(officer.Name)), ("mail", Value.Of(officer.Mail!))))));
        }

        if (plan is not null && context.Before.Contains("Office.DeliveryList", StringComparer.Ordinal))
        {
            var addressees = await Addressees.OfAsync(context.Db, client, plan, JapaneseEra.DayInTokyo(context.At), stop);
            variables = variables.With("addressees", Value.Of(addressees.Select(DeliveryListWorker.Of)));
        }

        return variables;
    }
}
