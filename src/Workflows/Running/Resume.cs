namespace OfficeWorkflow.Workflows.Running;

/// <summary>Where a stuck token goes on when a person asks to try again.</summary>
public enum Resume
{
    /// <summary>It arrives at its node anew.</summary>
    Arrive,

    /// <summary>Its activity is begun anew; boundary events stay as they are.</summary>
    Run,

    /// <summary>The node is done; only the way out is sought anew.</summary>
    Leave,
}
