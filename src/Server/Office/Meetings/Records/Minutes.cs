using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Records;

/// <summary>会議録(会議の要点). A correction is a new version with its reason.</summary>
public sealed class Minutes : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MeetingId { get; init; }

    public required int Version { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required TimeOnly From { get; init; }

    public required TimeOnly To { get; init; }

    /// <summary>開催場所, or オンライン.</summary>
    public required string Place { get; init; }

    /// <summary>計画への反映事項.</summary>
    public string? Reflected { get; init; }

    /// <summary>残された課題.</summary>
    public required string Remaining { get; init; }

    /// <summary>次回開催時期.</summary>
    public string? Next { get; init; }

    /// <summary>本人・家族の発言.</summary>
    public required string UserWords { get; init; }

    /// <summary>Why the client was not there, and how the client's opinion was heard.</summary>
    public string? UserAbsentReason { get; init; }

    /// <summary>主催・記録者.</summary>
    public required Guid WrittenBy { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>確定: the host has seen what participants said, and the minutes stand.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public Guid? ConfirmedBy { get; private set; }

    /// <summary>Why this version replaced the one before; null for the first.</summary>
    public string? CorrectedBecause { get; init; }

    public bool IsConfirmed => ConfirmedAt is not null;

    public IList<MinutesItem> Items { get; } = [];

    public IList<Attendance> Attendances { get; } = [];

    /// <returns>False when they stood already.</returns>
    public bool Confirm(Guid by, DateTimeOffset at)
    {
        if (IsConfirmed)
        {
            return false;
        }

        (ConfirmedAt, ConfirmedBy) = (at, by);

        return true;
    }
}
