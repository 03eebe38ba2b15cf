using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Running.Messages;

/// <summary>A case waits for a message of this name and key.</summary>
public sealed class Subscription : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The engine's id of it inside its case.</summary>
    public required string SubscriptionId { get; init; }

    public required string NodeId { get; init; }

    public required string MessageName { get; init; }

    public required string Key { get; init; }

    public required DateTimeOffset Since { get; init; }
}
