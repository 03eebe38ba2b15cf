using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Outbox;

/// <summary>An effect that is stored with its cause and performed after the commit.</summary>
public sealed class OutboxEntry : IOfficeRow, IPumped
{
    /// <summary>The idempotency key of whatever leaves the process.</summary>
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>Which performer takes it: <c>service</c>, <c>mail</c> …</summary>
    public required string Kind { get; init; }

    /// <summary>The case it belongs to, if one.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>What it is about for its performer: the engine's call, the mail.</summary>
    public string? About { get; init; }

    /// <summary>What the performer needs, in a form of its own.</summary>
    public required string Payload { get; init; }

    /// <summary>
    /// Entries with the same key that are due are performed one after the other, by <see cref="OrderNumber"/>; null for no order. One that was put
    /// off holds up nobody: whether it is still wanted when its moment comes again is for its performer to say.
    /// </summary>
    public string? OrderKey { get; init; }

    public int OrderNumber { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Not before this moment.</summary>
    public required DateTimeOffset DueAt { get; set; }

    public OutboxState State { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Counts the claims; a slow owner whose claim was taken over can no longer write.</summary>
    public int Fence { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public bool IsPending => State is OutboxState.Waiting;

    public void End(OutboxState state, DateTimeOffset at)
    {
        State = state;
        LeasedUntil = null;
        EndedAt = at;
    }
}
