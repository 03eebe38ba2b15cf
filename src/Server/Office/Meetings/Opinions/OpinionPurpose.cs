using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Office.Meetings.Opinions.Views;
using OfficeWorkflow.Server.Office.Meetings.Papers;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Opinions;

/// <summary>Somebody who cannot come reads, behind a code, what the meeting is about and writes an opinion, once.</summary>
internal sealed class OpinionPurpose(Matching matching, TimeProvider clock) : GuestPurpose
{
    /// <summary>The purpose of the links.</summary>
    public const string Key = "opinion";

    /// <summary>What the case waits for, by the participant.</summary>
    internal const string Message = "opinion-answered";

    public override string Name => Key;

    public override async Task<IResult> ShowAsync(GuestVisit visit, CancellationToken stop)
    {
        if (await OpenAsync(visit, stop) is not { } opinion)
        {
            return TypedResults.NotFound();
        }

        var participant = opinion.Meeting.Participants.Single(one => one.Id == opinion.Inquiry.ParticipantId);
        if (await GuestPapers.OpenAsync(visit, opinion.Meeting, participant, refusal => Refused(opinion, refusal), stop) is { } paper)
        {
            return paper;
        }

        visit.Db.Note(visit.Link.OfficeId, visit.At, "opinion-opened", $"meeting:{opinion.Meeting.Id}", "意見をたずねるページが、専用のリンクから開かれました。", opinion.Meeting.CaseId);
        await visit.Db.SaveChangesAsync(stop);

        return View.Of<OpinionPage, OpinionModel>(opinion);
    }

    public override async Task<IResult> PostAsync(GuestVisit visit, IFormCollection form, CancellationToken stop)
    {
        if (await OpenAsync(visit, stop) is not { } opinion)
        {
            return TypedResults.NotFound();
        }

        var content = form["content"].ToString().Trim();
        var refusal = content.Length switch
        {
            0 => new Refusal("opinion-empty", "意見を書いてください。ないときは「意見はありません」と書いてください。", "content"),
            > OpinionModel.Longest => new Refusal("opinion-too-long", string.Create(CultureInfo.InvariantCulture, $"意見は{OpinionModel.Longest}字までで書いてください。"), "content"),
            _ => opinion.Inquiry.Answer(JapaneseEra.DayInTokyo(visit.At), AnswerMeans.Link, content, enteredBy: null, visit.At),
        };
        if (refusal is not null)
        {
            return View.Of<OpinionPage, OpinionModel>(opinion with { Content = content, Refusals = [refusal] }, StatusCodes.Status422UnprocessableEntity);
        }

        visit.Link.Use(visit.At);

        return await TellAsync(opinion.Inquiry, visit.Db, matching, clock, stop)
            ? View.Of<OpinionPage, OpinionModel>(opinion with { Content = content, IsAnswered = true })
            : Refused(opinion with { Content = content }, OpinionInquiry.AlreadyAnswered);
    }

    private static IResult Refused(OpinionModel model, Refusal refusal) => View.Of<OpinionPage, OpinionModel>(model with { Refusals = [refusal] }, RefusalPages.StatusOf(refusal));

    /// <summary>Saves, and tells the case that waits for this opinion.</summary>
    /// <returns>False when an answer was told before: then nothing is saved.</returns>
    internal static Task<bool> TellAsync(OpinionInquiry inquiry, OfficeDb db, Matching matching, TimeProvider clock, CancellationToken stop)
    {
        var variables = Value.Record.Empty.With("answeredOn", Value.Of(inquiry.AnsweredOn!.Value));

        return Deliver.OwnAsync(Message, inquiry.ParticipantId.ToString(), variables, $"{Message}:{inquiry.Id}", db, matching, clock, stop);
    }

    /// <returns>Null when nobody needs the opinion any more.</returns>
    private static async Task<OpinionModel?> OpenAsync(GuestVisit visit, CancellationToken stop)
    {
        var db = visit.Db;
        if (!Guid.TryParse(visit.Link.TargetId, CultureInfo.InvariantCulture, out var participantId)
            || await db.OpinionInquiries.SingleOrDefaultAsync(inquiry => inquiry.ParticipantId == participantId, stop) is not { } inquiry
            || await db.WholeMeetings.SingleOrDefaultAsync(meeting => meeting.Id == inquiry.MeetingId, stop) is not { IsCalledOff: false } meeting
            || await GuestCases.IsOverAsync(db, meeting.CaseId, stop))
        {
            return null;
        }

        var participant = meeting.Participants.Single(one => one.Id == participantId);
        if (!await Circle.MaySeeAsync(db, meeting, participant, visit.At, stop))
        {
            return new OpinionModel(visit.Path, visit.Office, inquiry, meeting, Plan: null, ClientName: null);
        }

        var plan = await db.WholePlans.SingleOrDefaultAsync(plan => plan.Id == meeting.PlanId, stop);
        var client = await db.Set<Clients.Client>().SingleAsync(client => client.Id == meeting.ClientId, stop);

        return new OpinionModel(visit.Path, visit.Office, inquiry, meeting, plan, client.Name)
        {
            Papers = (await SeenPapers.LoadAsync(db, meeting, visit.At, stop)).Of(participant),
        };
    }
}
