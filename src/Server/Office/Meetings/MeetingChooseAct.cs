using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>The 相談支援専門員 fixes the date, and enters what was answered by phone, FAX or on paper.</summary>
internal sealed class MeetingChooseAct : MeetingAct
{
    /// <summary>What the case knows the date of the meeting by.</summary>
    public const string MeetingAt = "meetingAt";

    public override string Name => "Office.MeetingChoose";

    public override IReadOnlyList<string> ReservedTo => [Roles.Specialist];

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Meeting meeting, CancellationToken stop)
    {
        var tally = await TallyAsync(context, meeting, stop);
        var people = Options(meeting.Participants);
        var dates = meeting.Candidates.Select(candidate => new FormOption(candidate.Id.ToString(), $"{MeetingWords.Of(candidate)} {candidate.Place}")).ToList();
        var counted = meeting.Candidates.Select(candidate => new FormOption(
            candidate.Id.ToString(), $"{MeetingWords.Of(candidate)} {candidate.Place} {tally.Line(candidate)}")).ToList();

        var suggested = Suggestion.Of(meeting, tally);

        return Prefill(("candidate", suggested.Candidate is { } best ? Value.Of(best.Id.ToString()) : Value.None)) with
        {
            Options = new Dictionary<string, IReadOnlyList<FormOption>>(StringComparer.Ordinal)
            {
                ["candidate"] = counted,
                ["absent"] = people,
                ["proxies.participant"] = people,
                ["proxies.candidate"] = dates,
            },
            Facts = [new FormFact(suggested.Candidate is { } proposed ? $"おすすめ: {MeetingWords.Of(proposed)}" : "おすすめの日", suggested.Reason), .. meeting.Participants.Select(participant => new FormFact($"{participant.Name}の返事", Line(meeting, tally, participant)))],
        };
    }

    protected override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Meeting meeting, ActReader read, CancellationToken stop)
    {
        var proxies = read.Rows("proxies").Select(row => Proxy(context, meeting, row)).OfType<PollAnswer>().ToList();
        var chosen = meeting.Candidates.FirstOrDefault(candidate => candidate.Id == read.Id("candidate"));
        read.RefuseIf(chosen is null, "candidate-unknown", "開催日を候補の中から選んでください。", "candidate");
        var absent = read.Texts("absent");
        var answers = await context.Db.PollAnswers.Where(answer => answer.MeetingId == meeting.Id).ToListAsync(stop);
        var tally = new Tally(meeting, [.. answers, .. proxies]);
        foreach (var participant in meeting.Participants)
        {
            var cannot = chosen is not null && tally.Answer(participant.Id, chosen.Id)?.Availability is Availability.No;
            participant.Expect(!cannot && !absent.Contains(participant.Id.ToString(), StringComparer.Ordinal));
        }

        read.RefuseIf(meeting.Participants.All(static one => one.IsExpected is false), "nobody-comes", "出席する方が一人もいません。別の候補を選んでください。", "absent");
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        meeting.Choose(chosen!.Id, context.PersonId, context.At);
        context.Db.AddRange(proxies);

        return Answer(
            (MeetingAt, Value.Of(Ui.JapaneseEra.InTokyo(chosen.StartsAt))),
            ("attendees", Remember(meeting.Participants.Where(static one => one.IsExpected is true))),
            ("absentees", Remember(meeting.Participants.Where(static one => one.IsExpected is false))));
    }

    private static PollAnswer? Proxy(ActContext context, Meeting meeting, ActReader row)
    {
        var participant = meeting.Participants.FirstOrDefault(one => one.Id == row.Id("participant"));
        var candidate = meeting.Candidates.FirstOrDefault(one => one.Id == row.Id("candidate"));
        row.RefuseIf(participant is null, "participant-unknown", "返事をした方を選んでください。使わない行は削除できます。", "participant");
        row.RefuseIf(candidate is null, "candidate-unknown", "どの候補への返事かを選んでください。", "candidate");
        var availability = row.RequiredChoice<Availability>("answer", "返事");
        var means = row.RequiredChoice<AnswerMeans>("means", "聞いた方法");

        return participant is null || candidate is null
            ? null
            : new PollAnswer
            {
                Id = Guid.CreateVersion7(),
                OfficeId = context.OfficeId,
                MeetingId = meeting.Id,
                ParticipantId = participant.Id,
                CandidateId = candidate.Id,
                Availability = availability,
                Comment = row.Text("comment"),
                Means = means,
                EnteredBy = context.PersonId,
                AnsweredAt = context.At,
            };
    }

    private static async Task<Tally> TallyAsync(ActContext context, Meeting meeting, CancellationToken stop) =>
        new(meeting, await context.Db.PollAnswers.Where(answer => answer.MeetingId == meeting.Id).ToListAsync(stop));

    private static string Line(Meeting meeting, Tally tally, Participant participant)
    {
        var answers = meeting.Candidates.Select(candidate => tally.Answer(participant.Id, candidate.Id)).ToList();
        var comment = string.Join(" ", answers.Select(static answer => answer?.Comment).Where(static text => text is not null).Distinct(StringComparer.Ordinal));
        var marks = string.Join(" ", answers.Select(static answer => MeetingWords.Mark(answer?.Availability)));

        return answers.TrueForAll(static answer => answer is null) ? "返事待ち" : $"{marks} {comment}".Trim();
    }
}
