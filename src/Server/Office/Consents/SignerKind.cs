namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>As what somebody signs.</summary>
public enum SignerKind
{
    /// <summary>本人.</summary>
    Self,

    /// <summary>保護者 of a child.</summary>
    Guardian,

    /// <summary>法定代理人(成年後見人等).</summary>
    LegalGuardian,

    /// <summary>代理人: writes for the client, who agreed; named with the relation.</summary>
    Proxy,
}
