using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Outbox;

/// <summary>One outbox entry to perform.</summary>
/// <param name="Db">Sees the entry's office. Rows added are saved with the entry's mark.</param>
/// <param name="AboutToSendAsync">
/// Call it immediately before the step after which nobody can know whether the world has it (for mail: the end of DATA). It commits a mark,
/// so that a crash from here on is shown to a person as "maybe sent" and is not sent again by itself.
/// </param>
public sealed record PerformContext(OfficeDb Db, OutboxEntry Entry, DateTimeOffset At, Func<CancellationToken, Task> AboutToSendAsync);
