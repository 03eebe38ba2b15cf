namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>How a duty stands.</summary>
public enum DutyState
{
    Met,

    /// <summary>Its turn has not come.</summary>
    NotYetDue,

    /// <summary>Evidence that should be there is not.</summary>
    Missing,

    /// <summary>Evidence is there and shows that the duty was not kept.</summary>
    Violated,
}
