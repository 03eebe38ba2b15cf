using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Meetings.Papers;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Offices;

namespace OfficeWorkflow.Server.Office.Meetings.Opinions;

/// <summary>What a guest sees of an inquiry, once the code was entered.</summary>
/// <param name="Plan">Null, like the name, for those to whom the client does not agree to show it.</param>
public sealed record OpinionModel(string Path, OfficeFile Office, OpinionInquiry Inquiry, Meeting Meeting, ServicePlan? Plan, string? ClientName)
{
    public const int Longest = 4000;

    /// <summary>What was brought for the meeting and may be shown to this participant.</summary>
    public IReadOnlyList<MeetingPaper> Papers { get; init; } = [];

    public string Content { get; init; } = "";

    public bool IsAnswered { get; init; }

    public IReadOnlyList<Refusal> Refusals { get; init; } = [];
}
