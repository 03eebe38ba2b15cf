using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Room;

/// <summary>会議録の配付: the confirmed minutes went to a participant, by mail or by hand.</summary>
public sealed class MinutesCopy : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MinutesId { get; init; }

    public required Guid ParticipantId { get; init; }

    /// <summary>Who handed the paper over; null where a mail carried the link.</summary>
    public Guid? GivenBy { get; init; }

    public required DateTimeOffset GivenAt { get; init; }
}
