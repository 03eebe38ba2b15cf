using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Replies;

/// <summary>出欠の返事: what an attendee's calendar answered to one state of the invitation. A changed mind is a new row; the latest counts.</summary>
public sealed class InvitationReply : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MeetingId { get; init; }

    public required Guid ParticipantId { get; init; }

    /// <summary>Which state of the meeting was answered.</summary>
    public required int Sequence { get; init; }

    public required Participation Answer { get; init; }

    public string? Comment { get; init; }

    /// <summary>When the attendee answered, as the calendar says.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
