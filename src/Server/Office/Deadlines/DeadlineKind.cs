namespace OfficeWorkflow.Server.Office.Deadlines;

/// <summary>Which deadline of the law a case has.</summary>
public enum DeadlineKind
{
    /// <summary>The period on the client's certificate ends: by then the next plan must stand.</summary>
    CertificateEnds,

    /// <summary>The designated month of monitoring ends.</summary>
    MonitoringMonth,
}
