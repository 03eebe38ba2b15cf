using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Meetings.Polls.Views;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Polls;

/// <summary>Somebody who is asked to a meeting answers which dates are possible, and changes the answer until the deadline.</summary>
internal sealed class PollPurpose(Matching matching, TimeProvider clock) : GuestPurpose
{
    /// <summary>The purpose of the links.</summary>
    public const string Key = "poll";

    private const string Thanks = "thanks";

    public override string Name => Key;

    public override async Task<IResult> ShowAsync(GuestVisit visit, CancellationToken stop)
    {
        if (await OpenAsync(visit, stop) is not { } poll)
        {
            return TypedResults.NotFound();
        }

        var isThanks = string.Equals(visit.Part, Thanks, StringComparison.Ordinal);

        return View.Of<PollPage, PollModel>(poll with { IsAnswered = isThanks && poll.Answers.Count > 0 });
    }

    public override async Task<IResult> PostAsync(GuestVisit visit, IFormCollection form, CancellationToken stop)
    {
        if (await OpenAsync(visit, stop) is not { } poll)
        {
            return TypedResults.NotFound();
        }

        var comment = form["comment"].ToString().Trim();
        var chosen = Read(poll, form);
        var refusals = Refusals(poll, chosen, comment);
        if (poll.Chosen is not null || refusals.Count > 0)
        {
            return View.Of<PollPage, PollModel>(poll with { Answers = chosen, Comment = comment, Refusals = refusals }, StatusCodes.Status422UnprocessableEntity);
        }

        if (await KeepAsync(visit, poll, chosen, comment, stop) is { } late)
        {
            return View.Of<PollPage, PollModel>(late, StatusCodes.Status422UnprocessableEntity);
        }

        await PollCompletion.TellAsync(visit.Db, poll.MeetingId, matching, clock, stop);

        return TypedResults.Redirect($"{visit.Path}/{Thanks}");
    }

    /// <returns>The poll as it stands when the date was fixed meanwhile, and nothing was kept; else null.</returns>
    private static async Task<PollModel?> KeepAsync(GuestVisit visit, PollModel poll, Dictionary<Guid, Availability> chosen, string comment, CancellationToken stop)
    {
        await visit.Db.HoldOpenAsync(poll.MeetingId, stop);
        visit.Db.AddRange(chosen.Select(answer => new PollAnswer
        {
            Id = Guid.CreateVersion7(),
            OfficeId = visit.Link.OfficeId,
            MeetingId = poll.MeetingId,
            ParticipantId = poll.ParticipantId,
            CandidateId = answer.Key,
            Availability = answer.Value,
            Comment = comment.Length > 0 ? comment : null,
            Means = AnswerMeans.Link,
            AnsweredAt = visit.At,
        }));
        try
        {
            await visit.Db.SaveChangesAsync(stop);

            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            visit.Db.ChangeTracker.Clear();
            if (await OpenAsync(visit, stop) is { Chosen: not null } late)
            {
                return late;
            }

            throw;
        }
    }

    /// <summary>One answer for all dates where it was given so, else one for each.</summary>
    private static Dictionary<Guid, Availability> Read(PollModel poll, IFormCollection form) => poll.Candidates
        .Select(candidate => (candidate.Id, Answer: PollModel.Read(form.ContainsKey("all") ? form["all"] : form[PollModel.FieldOf(candidate.Id)])))
        .Where(static one => one.Answer is not null)
        .ToDictionary(static one => one.Id, static one => one.Answer!.Value);

    private static List<Refusal> Refusals(PollModel poll, Dictionary<Guid, Availability> chosen, string comment)
    {
        var refusals = poll.Candidates.Where(candidate => !chosen.ContainsKey(candidate.Id)).Select(static candidate => new Refusal(
            "poll-answer-missing", $"「{MeetingWords.Of(candidate)}」について、○・△・×のどれかを選んでください。", PollModel.FieldOf(candidate.Id))).ToList();
        if (comment.Length > PollModel.LongestComment)
        {
            refusals.Add(new Refusal("comment-too-long", string.Create(CultureInfo.InvariantCulture, $"ひとことは{PollModel.LongestComment}字までで書いてください。"), "comment"));
        }

        return refusals;
    }

    /// <returns>Null when the meeting is off.</returns>
    private static async Task<PollModel?> OpenAsync(GuestVisit visit, CancellationToken stop)
    {
        if (!Guid.TryParse(visit.Link.TargetId, CultureInfo.InvariantCulture, out var participantId)
            || await MeetingOfAsync(visit.Db, participantId, stop) is not { } meeting)
        {
            return null;
        }

        var answers = await visit.Db.PollAnswers.Where(answer => answer.ParticipantId == participantId).ToListAsync(stop);
        var tally = new Tally(meeting, answers);
        var last = meeting.Offered.Select(candidate => tally.Answer(participantId, candidate.Id)).OfType<PollAnswer>().ToList();

        return new PollModel(visit.Path, visit.Office, meeting.Id, participantId, meeting.AnswersBy, [.. meeting.Offered])
        {
            Chosen = meeting.Chosen,
            Answers = last.ToDictionary(static answer => answer.CandidateId, static answer => answer.Availability),
            Comment = last.Select(static answer => answer.Comment).FirstOrDefault(static text => text is not null) ?? "",
        };
    }

    private static async Task<Meeting?> MeetingOfAsync(OfficeDb db, Guid participantId, CancellationToken stop)
    {
        var meeting = await db.WholeMeetings.SingleOrDefaultAsync(meeting => meeting.Participants.Any(one => one.Id == participantId), stop);

        return meeting is not { IsCalledOff: false } || await GuestCases.IsOverAsync(db, meeting.CaseId, stop) ? null : meeting;
    }
}
