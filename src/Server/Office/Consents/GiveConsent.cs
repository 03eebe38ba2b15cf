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

        if (consent.Answer(answer) is { } answered)
        {
            return answered;
        }

        var facts = (await ConsentFacts.OfAsync(db, consent, plan, stop)).Write();
        consent.Prove(facts);
        db.Note(consent.OfficeId, answer.At, ReceiptEvidence.Act, ReceiptEvidence.AboutOf(consent.Id), ReceiptEvidence.SentenceOf(facts), consent.CaseId);

        return answer.Outcome is ConsentOutcome.Declined || consent.IsFollowed ? null : plan.Agree(answer.On);
    }
}
