using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents.Witnesses;

/// <summary>The word of a witness, on paper or on a screen. Adds to the context; whoever calls it saves.</summary>
internal static class ConfirmWitness
{
    private static Refusal Early { get; } =
        new("consent-not-answered", "同意の返事がまだないので、立ち会いの確認は受け取れません。返事のあとで、もう一度お願いします。", Kind: RefusalKind.Conflict);

    public static async Task<Refusal?> RecordAsync(OfficeDb db, Witness witness, Consent consent, WitnessWord word, CancellationToken stop)
    {
        if (!consent.IsAnswered)
        {
            return Early;
        }

        if (witness.Confirm(word) is { } confirmed)
        {
            return confirmed;
        }

        var facts = (await WitnessFacts.OfAsync(db, witness, consent, stop)).Write();
        witness.Prove(facts);
        db.Note(consent.OfficeId, word.At, WitnessFacts.Act, ReceiptEvidence.AboutOf(consent.Id), WitnessFacts.SentenceOf(facts), consent.CaseId);

        return null;
    }
}
