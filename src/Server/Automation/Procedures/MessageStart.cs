using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>A start event of a published version that a message hits; written when the version is published.</summary>
public sealed class MessageStart : IOfficeRow
{
    public required Guid VersionId { get; init; }

    public required string NodeId { get; init; }

    public required Guid OfficeId { get; init; }

    public required string ProcedureKey { get; init; }

    public required string MessageName { get; init; }
}
