using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Workers;

/// <summary>One service task to perform.</summary>
/// <param name="Db">Rows added here are saved in the same commit that tells the case it is done. Never call SaveChanges.</param>
/// <param name="EntryId">The outbox entry: the idempotency key of whatever leaves the process.</param>
public sealed record WorkerContext(
    OfficeDb Db,
    Guid OfficeId,
    Guid CaseId,
    Guid EntryId,
    string? Subject,
    string NodeName,
    Value.Record Inputs,
    DateTimeOffset At)
{
    /// <summary>Mail wordings that the procedure brings itself, by key.</summary>
    public IReadOnlyDictionary<string, string> Wordings { get; init; } = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty;
}
