namespace OfficeWorkflow.Server.Outbox;

/// <summary>
/// Performs one kind of outbox entry. Registered in the container as <see cref="Performer"/>. Must survive being run twice for the same
/// entry, whose id is the idempotency key.
/// </summary>
public abstract class Performer
{
    /// <summary>The entries' <see cref="OutboxEntry.Kind"/>.</summary>
    public abstract string Kind { get; }

    /// <summary>
    /// Which of the pump's sources does it. Who waits for a slow world has a lane of its own, so that the cases do not wait for it too.
    /// </summary>
    public virtual string Lane => OutboxSource.MainLane;

    /// <summary>
    /// Adds its rows to the context and never saves: they are saved in the commit that marks the entry. A failing world throws, which is
    /// the same as <see cref="PerformResult.Retry"/> before anything left and <see cref="PerformResult.MaybeDone"/> after.
    /// </summary>
    public abstract Task<PerformResult> PerformAsync(PerformContext context, CancellationToken stop);

    /// <summary>
    /// The entry will not be performed by itself any more: it failed, or nobody knows whether it left. Rows added here are saved with that mark.
    /// </summary>
    /// <returns>Whether the performer itself shows it to a person; otherwise it becomes an incident.</returns>
    public virtual Task<bool> GiveUpAsync(PerformContext context, string reason, CancellationToken stop) => Task.FromResult(false);
}
