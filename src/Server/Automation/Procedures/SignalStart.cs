using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>A start event of a published version that a signal hits; written when the version is published.</summary>
public sealed class SignalStart : IOfficeRow
{
    public required Guid VersionId { get; init; }

    public required string NodeId { get; init; }

    public required Guid OfficeId { get; init; }

    public required string ProcedureKey { get; init; }

    public required string SignalName { get; init; }
}
