namespace OfficeWorkflow.Server.Office.OfficialForms;

/// <summary>Which records can be printed.</summary>
public enum SheetKind
{
    /// <summary>計画(案) with its week.</summary>
    Plan,

    /// <summary>交付用の写し: a consented plan with the day and name of the consent, bound to the paper that was shown.</summary>
    AgreedPlan,

    /// <summary>会議録.</summary>
    Minutes,

    /// <summary>モニタリング報告書.</summary>
    Monitoring,

    /// <summary>説明・同意の記録.</summary>
    Consent,

    /// <summary>説明・同意の記録 with the word of a witness that came after the answer; printed for the witness.</summary>
    Witness,
}
