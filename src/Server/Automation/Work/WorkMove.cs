using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>Work changed hands: who did it, when, to whom and why. Never changed afterwards.</summary>
public sealed class WorkMove : IAnnounced
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid WorkId { get; init; }

    public required WorkMoveKind Kind { get; init; }

    public required Guid ById { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who had it before.</summary>
    public Guid? FromId { get; init; }

    /// <summary>Who has it now; null when it is back in the lane.</summary>
    public Guid? ToId { get; init; }

    public string? Reason { get; init; }

    Guid IAnnounced.AnnouncedId => WorkId;
}
