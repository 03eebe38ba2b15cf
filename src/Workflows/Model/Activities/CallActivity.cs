namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>Another procedure is run as a case of its own; only what is mapped crosses.</summary>
public sealed class CallActivity : Activity
{
    /// <summary>Key of the procedure.</summary>
    public string Procedure { get; init; } = "";

    public CalledVersion Binding { get; init; }

    /// <summary>Number of the version, where it is fixed.</summary>
    public int? Version { get; init; }
}
