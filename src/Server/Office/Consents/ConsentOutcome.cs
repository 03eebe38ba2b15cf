namespace OfficeWorkflow.Server.Office.Consents;

public enum ConsentOutcome
{
    /// <summary>同意.</summary>
    Agreed,

    /// <summary>同意しない.</summary>
    Declined,
}
