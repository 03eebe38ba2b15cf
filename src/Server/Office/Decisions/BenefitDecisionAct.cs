using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Decisions;

/// <summary>支給決定 with the 受給者証 that came with it.</summary>
internal sealed class BenefitDecisionAct : ClientAct
{
    /// <summary>How many months ahead the list of monitoring months reaches: the longest decision is three years.</summary>
    private const int MonthsAhead = 37;

    public override string Name => "Office.BenefitDecision";

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop)
    {
        var catalogue = await PlanCatalogue.LoadAsync(context.Db, stop);
        var draft = await PlanAsync(context, client, PlanStage.Draft, stop);
        var last = await context.Db.Certificates.Where(row => row.ClientId == client.Id).OrderByDescending(row => row.RecordedAt).FirstOrDefaultAsync(stop);
        var kind = client.IsChildOn(JapaneseEra.DayInTokyo(context.At)) ? CertificateKind.Child : CertificateKind.Adult;
        var amounts = draft is null ? [] : AmountComparison.PlannedIn(draft).Select(amount => Amount(amount, catalogue));

        return Prefill(
            ("decidedOn", Today(context)), ("certificateKind", Value.Of(ActReader.Key(last?.Kind ?? kind))),
            ("certificateNumber", last is null ? Value.None : Value.Of(last.Number)),
            ("supportLevel", Value.Of(ActReader.Key(last?.SupportLevel ?? SupportLevel.None))),
            ("copayCap", last?.CopayCap is { } cap ? Value.Of(cap) : Value.None),
            ("amounts", Value.Of(amounts))) with
        {
            Options = new Dictionary<string, IReadOnlyList<FormOption>>(StringComparer.Ordinal)
            {
                ["amounts.service"] = catalogue.KindOptions,
                ["monitoringMonths"] = MonthOptions(JapaneseEra.DayInTokyo(context.At)),
            },
            Facts = [new FormFact("モニタリング期間の提案", draft?.MonitoringProposal ?? "計画案がありません", draft is null ? null : $"/plans/{draft.Id}")],
        };
    }

    protected override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var catalogue = await PlanCatalogue.LoadAsync(context.Db, stop);
        var draft = await PlanAsync(context, client, PlanStage.Draft, stop);
        var last = await context.Db.Certificates.Where(row => row.ClientId == client.Id).OrderByDescending(row => row.RecordedAt).FirstOrDefaultAsync(stop);
        var writing = new DecisionWriting(context, client, catalogue, read);
        var certificate = writing.Certificate(last?.Id);
        var decision = writing.Decision(certificate, draft);
        await CheckSubmissionAsync(context, read, draft, decision, stop);
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        context.Db.AddRange(certificate, decision);
        return Answer(
            ("decisionId", Value.Of(decision.Id.ToString())),
            ("certificateId", Value.Of(certificate.Id.ToString())),
            ("amountsAsPlanned", Value.Of(draft is not null && AmountComparison.Of(draft, certificate).IsSame)));
    }

    private static async Task CheckSubmissionAsync(ActContext context, ActReader read, ServicePlan? draft, BenefitDecision decision, CancellationToken stop)
    {
        var submitted = draft is null
            ? null
            : await context.Db.Deliveries.Where(row => row.PlanId == draft.Id && row.Kind == AddresseeKind.City).OrderBy(row => row.DeliveredOn).FirstOrDefaultAsync(stop);
        read.NotBefore(decision.DecidedOn, "decidedOn", "支給決定日", submitted?.DeliveredOn, "decision-before-submission", "計画案を提出した日");
    }

    private static Value Amount(PlannedAmount amount, PlanCatalogue catalogue) => Answer(
        ("service", catalogue.Kind(amount.ServiceKindId) is { } kind ? Value.Of(kind.Code) : Value.None),
        ("amount", amount.Amount is { } number ? Value.Of(number) : Value.None),
        ("unit", Value.Of(ActReader.Key(amount.Unit))));

    private static List<FormOption> MonthOptions(DateOnly today) =>
    [
        .. from offset in Enumerable.Range(-2, MonthsAhead + 2)
           let month = new DateOnly(today.Year, today.Month, 1).AddMonths(offset)
           select new FormOption(month.ToString("yyyy-MM", CultureInfo.InvariantCulture), JapaneseEra.Month(month)),
    ];
}
