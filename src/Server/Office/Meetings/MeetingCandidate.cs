using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>One date on offer.</summary>
public sealed class MeetingCandidate : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MeetingId { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required string Place { get; init; }

    /// <summary>Participants were asked about it; false for a date to which the meeting was moved later.</summary>
    public bool IsOffered { get; init; } = true;

    /// <summary>The same time, wherever it is.</summary>
    public bool IsAt(MeetingCandidate other) => StartsAt == other.StartsAt && EndsAt == other.EndsAt;

    public bool Overlaps(MeetingCandidate other) => StartsAt < other.EndsAt && other.StartsAt < EndsAt;
}
