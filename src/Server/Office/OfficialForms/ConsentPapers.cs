using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.OfficialForms;

/// <summary>An answered consent as it is written on the 説明・同意の記録.</summary>
internal static class ConsentPapers
{
    public static async Task<ConsentPaper> OfAsync(OfficeDb db, Consent consent, CancellationToken stop)
    {
        var plan = await db.Plans.SingleAsync(row => row.Id == consent.PlanId, stop);
        var head = await PaperHeads.OfAsync(db, consent.ClientId, consent.ExplainedBy, consent.ExplainedOn, stop);

        return new ConsentPaper(head)
        {
            Document = $"{Words.Of(plan.Stage)} 第{plan.Version}版({JapaneseEra.Date(plan.WrittenOn)}作成)",
            Sha256 = consent.DocumentHash ?? "文書の記録なし",
            SignerName = consent.SignerName,
            SignerKind = ConsentWords.Of(consent.Signer) + (consent.SignerRelation is { } relation ? $"、{relation}" : string.Empty),
            ExplainedBy = head.AuthorName,
            ExplainedAt = JapaneseEra.Long(consent.ExplainedOn),
            ExplainedPlace = consent.ExplainedPlace,
            Method = ConsentWords.Of(consent.Method),
            Identified = Identified(consent),
            ElectronicAgreement = consent.ElectronicAgreedOn is { } agreed ? $"{JapaneseEra.Date(agreed)} {consent.ElectronicMeans}" : string.Empty,
            Answer = ConsentWords.Of(consent.Outcome),
            AnsweredAt = Answered(consent),
            Reason = consent.DeclinedReason ?? string.Empty,
            Number = consent.Id.ToString(),
        };
    }

    private static string Identified(Consent consent) => consent.Method switch
    {
        ConsentMethod.Link => $"専用のリンク({consent.Mail})と、声または紙で別に伝えた番号。入力された氏名:{consent.TypedName}",
        ConsentMethod.OralWithWitness => $"立会人:{consent.Witness}",
        _ => "署名した紙を事業所が受け取り、確かめた",
    };

    private static string Answered(Consent consent)
    {
        var on = consent.ConsentedOn is { } day ? JapaneseEra.Long(day) : string.Empty;

        return consent.Method is ConsentMethod.Link && consent.AnsweredAt is { } at ? JapaneseEra.Long(at) : on;
    }
}
