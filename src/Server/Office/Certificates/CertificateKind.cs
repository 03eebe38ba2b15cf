namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>Which booklet a 受給者証 is.</summary>
public enum CertificateKind
{
    /// <summary>障害福祉サービス受給者証.</summary>
    Adult,

    /// <summary>通所受給者証.</summary>
    Child,

    /// <summary>地域相談支援受給者証.</summary>
    Regional,
}
