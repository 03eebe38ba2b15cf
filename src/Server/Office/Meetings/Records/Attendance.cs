using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Records;

/// <summary>Whether somebody was there, as the minutes say.</summary>
public sealed class Attendance : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MinutesId { get; init; }

    public required Guid ParticipantId { get; init; }

    public required bool Attended { get; init; }

    /// <summary>By video, only part of the time, who came instead ….</summary>
    public string? Note { get; init; }
}
