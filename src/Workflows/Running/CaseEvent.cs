namespace OfficeWorkflow.Workflows.Running;

/// <summary>A fact about a case; the only way its state changes.</summary>
public abstract record CaseEvent
{
    private CaseEvent()
    {
    }

    /// <summary>A token has nowhere to go and waits for a person.</summary>
    public sealed record Stuck(string TokenId, string NodeId, string Code, string Reason) : CaseEvent;
}
