using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Meetings.Papers;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Offices;

namespace OfficeWorkflow.Server.Office.Meetings.Room;

/// <summary>What a participant sees behind the code.</summary>
/// <param name="Plan">The plan that is discussed; null for those to whom the client did not agree to show it.</param>
/// <param name="Minutes">Null until they are written, and for those to whom nothing may be shown.</param>
public sealed record RoomModel(string Path, OfficeFile Office, Meeting Meeting, Participant Participant, ServicePlan? Plan, Minutes? Minutes)
{
    public const int LongestCorrection = 2000;

    /// <summary>What was brought for the meeting and may be shown to this participant.</summary>
    public IReadOnlyList<MeetingPaper> Papers { get; init; } = [];

    /// <summary>What this participant said last of these minutes.</summary>
    public MinutesRemark? Remark { get; init; }

    public string Correction { get; init; } = "";

    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    public bool HasPaper => Plan?.DocumentId is not null;

    public bool HasNothing => Plan is null && Minutes is null && Papers.Count == 0;
}
