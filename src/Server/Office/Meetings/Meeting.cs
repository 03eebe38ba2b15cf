using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>サービス担当者会議: who is asked when, and when it is held.</summary>
public sealed class Meeting : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The plan that is discussed.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>開催回数: counts the client's meetings, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>主催: the 相談支援専門員, who hosts in person.</summary>
    public required Guid HostId { get; init; }

    /// <summary>Until when dates may be answered, end of that day.</summary>
    public required DateOnly AnswersBy { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    public Guid? ChosenCandidateId { get; private set; }

    public DateTimeOffset? ChosenAt { get; private set; }

    public Guid? ChosenBy { get; private set; }

    /// <summary>Counts what calendars were told of this meeting; each change is one higher.</summary>
    public int Sequence { get; private set; }

    public IList<MeetingCandidate> Candidates { get; } = [];

    public IList<Participant> Participants { get; } = [];

    public MeetingCandidate? Chosen => Candidates.FirstOrDefault(candidate => candidate.Id == ChosenCandidateId);

    public bool IsChosen => ChosenCandidateId is not null;

    /// <summary>Fixes the date, or moves it; calendars must then be told anew.</summary>
    public void Choose(Guid candidateId, Guid by, DateTimeOffset at)
    {
        Sequence = IsChosen ? Sequence + 1 : Sequence;
        (ChosenCandidateId, ChosenBy, ChosenAt) = (candidateId, by, at);
    }
}
