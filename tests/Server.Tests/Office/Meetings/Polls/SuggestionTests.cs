using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Polls;

namespace OfficeWorkflow.Server.Tests.Office.Meetings.Polls;

/// <summary>Which date is proposed. Of each answer line the first mark is about the first date.</summary>
public sealed class SuggestionTests
{
    private readonly Meeting meeting = NewMeeting();

    [Fact]
    public void F5_A_date_without_the_client_is_never_suggested()
    {
        Assert.Equal(1, Suggested("×○", "○○", "○×", "○×", "○×"));
        Assert.Null(Suggested("××", "○○", "○○", "○○", "○○"));
    }

    [Fact]
    public void F1_Ranking_who_cannot_be_missed_comes_before_the_many() => Assert.Equal(1, Suggested("○○", "×○", "○×", "○△", "○×"));

    [Fact]
    public void One_of_every_provider_comes_before_the_many() => Assert.Equal(1, Suggested("○○", "○○", "×△", "×△", "○×"));

    [Fact]
    public void F1_Yes_counts_more_than_if_need_be_and_the_earliest_wins_a_tie()
    {
        Assert.Equal(1, Suggested("○○", "△○", "△○", "○△", "○○"));
        Assert.Equal(0, Suggested("○○", "○○", "△○", "○△", "○○"));
    }

    [Fact]
    public void The_reason_is_said_in_words()
    {
        var reason = Suggest("○×", "○○", "○○", "×○", "△○").Reason;

        Assert.Equal("本人が来られます。欠かせない方に、来られない方はいません。○3 △1 ×1 未0。本人が来られない1つの候補は、除いています。", reason);
        Assert.StartsWith("本人の返事はまだです", Suggest("--", "○○", "○○", "○○", "○○").Reason, StringComparison.Ordinal);
    }

    private int? Suggested(params string[] answers) =>
        Suggest(answers).Candidate is { } candidate ? meeting.Candidates.IndexOf(candidate) : null;

    private Suggestion Suggest(params string[] answers) => Suggestion.Of(meeting, new Tally(meeting, answers.SelectMany(Answers)));

    private IEnumerable<PollAnswer> Answers(string marks, int participant) =>
        from date in Enumerable.Range(0, marks.Length)
        where marks[date] != '-'
        select new PollAnswer
        {
            Id = Guid.CreateVersion7(),
            OfficeId = meeting.OfficeId,
            MeetingId = meeting.Id,
            ParticipantId = meeting.Participants[participant].Id,
            CandidateId = meeting.Candidates[date].Id,
            Availability = marks[date] switch { '○' => Availability.Yes, '△' => Availability.IfNeedBe, _ => Availability.No },
            Means = AnswerMeans.Link,
            AnsweredAt = MeetingStory.Asked,
        };

    /// <summary>The client, the mother who cannot be missed, two of one provider, a commissioner; two dates.</summary>
    private static Meeting NewMeeting()
    {
        var made = new Meeting
        {
            Id = Guid.CreateVersion7(),
            OfficeId = Guid.CreateVersion7(),
            ClientId = Guid.CreateVersion7(),
            CaseId = Guid.CreateVersion7(),
            Round = 1,
            HostId = Guid.CreateVersion7(),
            AnswersBy = new DateOnly(2026, 3, 20),
            PlannedAt = MeetingStory.Asked,
        };
        var provider = Guid.CreateVersion7();
        Add(made, ParticipantKind.Client, isRequired: true, provider: null);
        Add(made, ParticipantKind.Family, isRequired: true, provider: null);
        Add(made, ParticipantKind.Provider, isRequired: false, provider);
        Add(made, ParticipantKind.Provider, isRequired: false, provider);
        Add(made, ParticipantKind.Commissioner, isRequired: false, provider: null);
        foreach (var day in new[] { 24, 25 })
        {
            made.Candidates.Add(new MeetingCandidate
            {
                Id = Guid.CreateVersion7(),
                OfficeId = made.OfficeId,
                MeetingId = made.Id,
                StartsAt = CircleOfA.Tokyo(3, day, 10),
                EndsAt = CircleOfA.Tokyo(3, day, 11),
                Place = "事業所",
            });
        }

        return made;
    }

    private static void Add(Meeting made, ParticipantKind kind, bool isRequired, Guid? provider) => made.Participants.Add(new Participant
    {
        Id = Guid.CreateVersion7(),
        OfficeId = made.OfficeId,
        MeetingId = made.Id,
        Kind = kind,
        PersonId = Guid.CreateVersion7(),
        ProviderId = provider,
        Name = kind.ToString(),
        Affiliation = "",
        IsRequired = isRequired,
        Place = made.Participants.Count + 1,
    });
}
