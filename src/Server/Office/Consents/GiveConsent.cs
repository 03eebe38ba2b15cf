using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>The one answer to a consent, on paper or by link; with a yes the version of the plan becomes immutable.</summary>
internal static class GiveConsent
{
    /// <summary>Adds to the context; whoever calls it saves.</summary>
    public static async Task<Refusal?> RecordAsync(OfficeDb db, Consent consent, ConsentAnswer answer, CancellationToken stop)
    {
        var plan = await db.Plans.SingleAsync(plan => plan.Id == consent.PlanId, stop);

        // A paper that was signed before the new version was written is recorded late, as it was.
        if (await OlderRequests.NewerAsync(db, plan, stop) is { } newer && newer.WrittenOn <= answer.On)
        {
            return OlderRequests.Superseded(newer);
        }

        if (answer.Outcome is ConsentOutcome.Agreed && await HasLostTheFirstAsync(db, consent, stop))
        {
            return new Refusal(
                "first-consent-withdrawn", "先に同意した方が同意を撤回しています。このお願いへの同意は受けられません。もう一度説明して、初めから同意を受けてください。", Kind: RefusalKind.Conflict);
        }

        if (consent.Answer(answer) is { } answered)
        {
            return answered;
        }

        var facts = (await ConsentFacts.OfAsync(db, consent, plan, stop)).Write();
        consent.Prove(facts);
        db.Note(consent.OfficeId, answer.At, ReceiptEvidence.Act, ReceiptEvidence.AboutOf(consent.Id), ReceiptEvidence.SentenceOf(facts), consent.CaseId);

        return answer.Outcome is ConsentOutcome.Declined || consent.IsFollowed ? null : plan.Agree(answer.On);
    }

    /// <summary>One yes was asked to be the last of two, and the first was taken back since: alone it makes no plan agreed, until somebody takes the place of the first.</summary>
    private static async Task<bool> HasLostTheFirstAsync(OfficeDb db, Consent consent, CancellationToken stop)
    {
        var firsts = await db.Consents.AsNoTracking()
            .Where(row => row.PlanId == consent.PlanId && row.Id != consent.Id && row.IsFollowed && row.Outcome == ConsentOutcome.Agreed)
            .ToListAsync(stop);

        return firsts.Where(row => row.WithdrawnAt >= consent.RecordedAt).Max(static row => row.WithdrawnAt) is { } lost
            && !firsts.Exists(row => !row.IsWithdrawn && row.RecordedAt >= lost);
    }
}
