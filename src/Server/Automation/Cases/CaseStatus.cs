namespace OfficeWorkflow.Server.Automation.Cases;

public enum CaseStatus
{
    Open,

    Completed,

    /// <summary>A called case ended with an error that nobody in it caught.</summary>
    Failed,

    Cancelled,
}
