namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>Another procedure is run as a case of its own; only what is mapped crosses.</summary>
public sealed class CallActivity : Activity
{
    /// <summary>Key of the procedure; its latest published version runs.</summary>
    public string Procedure { get; init; } = "";
}
