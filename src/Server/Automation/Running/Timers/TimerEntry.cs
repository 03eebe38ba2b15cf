using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Running.Timers;

/// <summary>A moment that a case, or the start of a procedure, waits for. Fires once, however late.</summary>
public sealed class TimerEntry : IOfficeRow, IPumped
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>The case that waits; null for the timer start of a procedure.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The engine's id of it inside its case.</summary>
    public string? TimerId { get; init; }

    /// <summary>The procedure to start; null for a case's own timer.</summary>
    public string? ProcedureKey { get; init; }

    /// <summary>The version whose start event it is.</summary>
    public Guid? VersionId { get; init; }

    /// <summary>When the timer start was armed; its following times count from here.</summary>
    public DateTimeOffset? Anchor { get; init; }

    /// <summary>The cycle of a timer start; empty for one that fires once.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Which time of its cycle it is, from 1.</summary>
    public int Ordinal { get; init; } = 1;

    public required string NodeId { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public TimerState State { get; set; }

    /// <summary>When it fired or was disarmed.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>It fired more than a minute after it was due.</summary>
    public bool IsLate { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Counts the claims; a slow owner whose claim was taken over can no longer write.</summary>
    public int Fence { get; set; }

    public int Attempts { get; set; }

    public bool IsPending => State is TimerState.Armed;
}
