namespace OfficeWorkflow.Server.Automation.Procedures.Releasing;

/// <summary>Where a request to publish stands.</summary>
public enum RequestState
{
    Waiting,
    Approved,
    Declined,

    /// <summary>Another request for the same procedure took its place, or it was taken back.</summary>
    Withdrawn,

    Published,
}
