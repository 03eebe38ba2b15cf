using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Office.Consents.Witnesses;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.OfficialForms;

/// <summary>An answered consent as it is written on the 説明・同意の記録.</summary>
internal static class ConsentPapers
{
    /// <param name="evidence">What proves the answer; null for one that was given before there were receipts.</param>
    public static async Task<ConsentPaper> OfAsync(OfficeDb db, Consent consent, ReceiptEvidence? evidence, CancellationToken stop)
    {
        var plan = await db.Plans.SingleAsync(row => row.Id == consent.PlanId, stop);
        var head = await PaperHeads.OfAsync(db, consent.ClientId, consent.ExplainedBy, consent.ExplainedOn, stop);

        return new ConsentPaper(head)
        {
            Document = $"{Words.Of(plan.Stage)} 第{plan.Version}版({JapaneseEra.Date(plan.WrittenOn)}作成)",
            Sha256 = consent.DocumentHash ?? "文書の記録なし",
            SignerName = consent.SignerName,
            SignerKind = ConsentWords.Of(consent.Signer) + (consent.SignerRelation is { } relation ? $"、{relation}" : string.Empty)
                + (consent.SignerReason is { } why ? $"、代わりに回答した理由: {why}" : string.Empty),
            ExplainedBy = head.AuthorName,
            ExplainedAt = JapaneseEra.Long(consent.ExplainedOn),
            ExplainedPlace = consent.ExplainedPlace,
            Method = ConsentWords.Of(consent.Method),
            Identified = (consent.Facts is { } sealedFacts ? ConsentFacts.Read(sealedFacts)?.Identified : null) ?? ConsentWords.Identified(consent, consent.Mail),
            Witness = await WitnessAsync(db, consent, evidence, stop),
            ElectronicAgreement = consent.ElectronicAgreedOn is { } agreed ? $"{JapaneseEra.Date(agreed)} {consent.ElectronicMeans}" : string.Empty,
            Answer = ConsentWords.Of(consent.Outcome),
            AnsweredAt = Answered(consent),
            Reason = consent.DeclinedReason ?? string.Empty,
            Number = consent.Id.ToString(),
            AnsweredFrom = consent.AnsweredFrom ?? string.Empty,
            Fingerprint = consent.Facts is { } facts ? ConsentFacts.FingerprintOf(facts) : string.Empty,
            ChainHead = evidence?.Head ?? string.Empty,
        };
    }

    /// <summary>Whoever was named, and each who was asked, with the head of the chain at what they confirmed.</summary>
    private static async Task<string> WitnessAsync(OfficeDb db, Consent consent, ReceiptEvidence? evidence, CancellationToken stop)
    {
        var asked = await db.Witnesses.Where(row => row.ConsentId == consent.Id).OrderBy(static row => row.AskedAt).ToListAsync(stop);
        var heads = (evidence?.Witnesses ?? []).ToDictionary(static word => word.Facts, static word => word.Head, StringComparer.Ordinal);
        var lines = asked.Select(witness => WitnessWords.Line(witness) + (witness.Facts is { } facts && heads.TryGetValue(facts, out var head) ? $"。監査記録: {head}" : string.Empty));

        return asked.Count > 0 ? string.Join('\n', lines) : consent.Witness ?? string.Empty;
    }

    private static string Answered(Consent consent)
    {
        var on = consent.ConsentedOn is { } day ? JapaneseEra.Long(day) : string.Empty;

        return consent.Method is ConsentMethod.Link or ConsentMethod.Tablet && consent.AnsweredAt is { } at ? JapaneseEra.Long(at) : on;
    }
}
