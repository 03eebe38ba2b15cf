using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>What holds for both consents: who explains, who consents, in which form.</summary>
internal static class ConsentRules
{
    public static IEnumerable<string> Wrongs(ConsentFact consent, bool isChild, DutySettings settings)
    {
        if (!consent.ExplainedBySpecialist)
        {
            yield return "相談支援専門員が説明した記録がありません。";
        }

        if (consent.ExplainedOn > consent.ConsentedOn)
        {
            yield return $"同意({JapaneseEra.Date(consent.ConsentedOn)})が説明({JapaneseEra.Date(consent.ExplainedOn)})より前です。";
        }

        if (!IsRightPerson(consent.Signer, isChild, settings))
        {
            yield return isChild ? "保護者の同意ではありません。" : "本人または法定代理人の同意ではありません。";
        }

        if (consent.IsElectronic && (consent.ElectronicAgreedOn is not { } agreed || agreed > consent.ConsentedOn))
        {
            yield return "電磁的方法で同意を受けることへの事前の承諾がありません。";
        }
    }

    private static bool IsRightPerson(SignerRole signer, bool isChild, DutySettings settings) => signer switch
    {
        SignerRole.LegalGuardian => true,
        SignerRole.Guardian => isChild,
        SignerRole.Self => !isChild,
        _ => !isChild && settings.ProxyMayConsent,
    };
}
