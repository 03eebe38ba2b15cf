using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work.Bulk;

/// <summary>What an operation on several work items has done to one of them: committed with its effect, so that the same operation again has none.</summary>
public sealed class BulkDone : IOfficeRow
{
    public required Guid OfficeId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>Of the caller's own making.</summary>
    public required string Operation { get; init; }

    public required Guid WorkId { get; init; }

    public required DateTimeOffset At { get; init; }
}
