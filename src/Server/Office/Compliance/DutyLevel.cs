namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>What a duty that is not fulfilled does.</summary>
public enum DutyLevel
{
    /// <summary>Stops: the plan is not complete and must not be billed.</summary>
    Stop,

    /// <summary>Warns.</summary>
    Warning,
}
