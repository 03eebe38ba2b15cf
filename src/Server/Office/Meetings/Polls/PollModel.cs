using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Offices;

namespace OfficeWorkflow.Server.Office.Meetings.Polls;

/// <summary>What a guest sees of a poll: dates, and nothing about the client.</summary>
/// <param name="Path">Where the answer is posted.</param>
public sealed record PollModel(string Path, OfficeFile Office, Guid MeetingId, Guid ParticipantId, DateOnly AnswersBy, IReadOnlyList<MeetingCandidate> Candidates)
{
    public const int LongestComment = 200;

    /// <summary>The date that was fixed: then nothing is asked any more.</summary>
    public MeetingCandidate? Chosen { get; init; }

    public IReadOnlyDictionary<Guid, Availability> Answers { get; init; } = new Dictionary<Guid, Availability>();

    public string Comment { get; init; } = "";

    /// <summary>The answer has just been taken.</summary>
    public bool IsAnswered { get; init; }

    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    public static string FieldOf(Guid candidateId) => $"d{candidateId:n}";

    /// <returns>Null for anything but one of the answers.</returns>
    internal static Availability? Read(string? key) => Enum.GetValues<Availability>()
        .Where(one => string.Equals(ActReader.Key(one), key, StringComparison.Ordinal)).Select(static one => (Availability?)one).FirstOrDefault();

    public Availability? AnswerTo(MeetingCandidate candidate) => Answers.TryGetValue(candidate.Id, out var answer) ? answer : null;
}
