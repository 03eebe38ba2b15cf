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

    /// <summary>The state of the meeting since which attendance has to be answered anew: an answer to an older one says nothing.</summary>
    public int AskedSequence { get; private set; }

    /// <summary>話し合うこと; read behind a code.</summary>
    public string? Agenda { get; init; }

    /// <summary>Where to click when the meeting is held by video; null for a room.</summary>
    public string? OnlineAddress { get; init; }

    public DateTimeOffset? CalledOffAt { get; private set; }

    public Guid? CalledOffBy { get; private set; }

    public string? CalledOffReason { get; private set; }

    public IList<MeetingCandidate> Candidates { get; } = [];

    public IList<Participant> Participants { get; } = [];

    public MeetingCandidate? Chosen => Candidates.FirstOrDefault(candidate => candidate.Id == ChosenCandidateId);

    /// <summary>The dates that participants were asked about.</summary>
    public IEnumerable<MeetingCandidate> Offered => Candidates.Where(static candidate => candidate.IsOffered);

    public bool IsCalledOff => CalledOffAt is not null;

    public bool IsChosen => ChosenCandidateId is not null;

    /// <summary>Fixes the date, or moves it; calendars must then be told anew.</summary>
    public void Choose(Guid candidateId, Guid by, DateTimeOffset at)
    {
        Sequence = IsChosen ? Sequence + 1 : Sequence;
        AskedSequence = Sequence;
        (ChosenCandidateId, ChosenBy, ChosenAt) = (candidateId, by, at);
    }

    /// <summary>取りやめ: calendars are told by one more state.</summary>
    public void CallOff(Guid by, DateTimeOffset at, string reason)
    {
        Sequence++;
        (CalledOffBy, CalledOffAt, CalledOffReason) = (by, at, reason);
    }

    /// <summary>Something about the event changed for one calendar only; what the others answered still holds.</summary>
    public void Recount() => Sequence++;
}
