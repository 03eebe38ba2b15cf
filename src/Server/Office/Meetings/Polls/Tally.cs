using System.Globalization;

namespace OfficeWorkflow.Server.Office.Meetings.Polls;

/// <summary>What everybody answered about every date: of each person and date, the last word counts.</summary>
public sealed class Tally
{
    private readonly Meeting meeting;
    private readonly Dictionary<(Guid Participant, Guid Candidate), PollAnswer> last = [];

    public Tally(Meeting meeting, IEnumerable<PollAnswer> answers)
    {
        this.meeting = meeting;
        foreach (var answer in answers.OrderBy(static answer => answer.AnsweredAt).ThenBy(static answer => answer.Id))
        {
            last[(answer.ParticipantId, answer.CandidateId)] = answer;
        }
    }

    public PollAnswer? Answer(Guid participantId, Guid candidateId) => last.GetValueOrDefault((participantId, candidateId));

    /// <summary>Whether somebody has answered about every date.</summary>
    public bool HasAnswered(Guid participantId) => meeting.Offered.All(candidate => last.ContainsKey((participantId, candidate.Id)));

    public bool IsComplete => meeting.Participants.All(participant => HasAnswered(participant.Id));

    public IEnumerable<Participant> Unanswered => meeting.Participants.Where(participant => !HasAnswered(participant.Id));

    public int Count(Guid candidateId, Availability availability) =>
        meeting.Participants.Count(participant => Answer(participant.Id, candidateId)?.Availability == availability);

    /// <summary>The counts of a date in one line.</summary>
    public string Line(MeetingCandidate candidate)
    {
        var yes = Count(candidate.Id, Availability.Yes);
        var maybe = Count(candidate.Id, Availability.IfNeedBe);
        var no = Count(candidate.Id, Availability.No);

        return string.Create(CultureInfo.InvariantCulture, $"○{yes} △{maybe} ×{no} 未{meeting.Participants.Count - yes - maybe - no}");
    }
}
