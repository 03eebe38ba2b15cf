namespace OfficeWorkflow.Server.Storage;

/// <summary>A row that something is done about after its commit: the commit wakes the pump.</summary>
public interface IPumped
{
    /// <summary>Whether something is still to be done.</summary>
    bool IsPending { get; }
}
