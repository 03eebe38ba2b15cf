using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Polls;

/// <summary>One person's answer about one date. A changed mind is a new row; the latest counts.</summary>
public sealed class PollAnswer : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MeetingId { get; init; }

    public required Guid ParticipantId { get; init; }

    public required Guid CandidateId { get; init; }

    public required Availability Availability { get; init; }

    public string? Comment { get; init; }

    public required AnswerMeans Means { get; init; }

    /// <summary>Who of the staff entered it for the person; null when it came by link.</summary>
    public Guid? EnteredBy { get; init; }

    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>代理入力.</summary>
    public bool IsByProxy => EnteredBy is not null;
}
