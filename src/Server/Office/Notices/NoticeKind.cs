namespace OfficeWorkflow.Server.Office.Notices;

public enum NoticeKind
{
    /// <summary>The period on a certificate ends soon, or has ended, and nobody began the renewal.</summary>
    CertificateEnds,

    /// <summary>A designated month goes by or has gone by without monitoring.</summary>
    MonitoringMissing,
}
