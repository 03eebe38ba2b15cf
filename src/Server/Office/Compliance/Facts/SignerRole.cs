namespace OfficeWorkflow.Server.Office.Compliance.Facts;

/// <summary>As what somebody consented.</summary>
public enum SignerRole
{
    /// <summary>本人.</summary>
    Self,

    /// <summary>保護者.</summary>
    Guardian,

    /// <summary>法定代理人.</summary>
    LegalGuardian,

    /// <summary>代理人.</summary>
    Proxy,
}
