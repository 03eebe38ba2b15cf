using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Room;

/// <summary>会議録の確認: what a participant said of the minutes: that they are right, or what should be corrected. The latest counts.</summary>
public sealed class MinutesRemark : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MinutesId { get; init; }

    public required Guid ParticipantId { get; init; }

    /// <summary>What should be corrected; null where all is right.</summary>
    public string? Correction { get; init; }

    public required DateTimeOffset SaidAt { get; init; }
}
