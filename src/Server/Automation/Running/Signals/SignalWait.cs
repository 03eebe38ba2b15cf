using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Running.Signals;

/// <summary>A case waits for a signal of this name.</summary>
public sealed class SignalWait : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The engine's id of it inside its case.</summary>
    public required string HearingId { get; init; }

    public required string NodeId { get; init; }

    public required string SignalName { get; init; }

    public required DateTimeOffset Since { get; init; }
}
