using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Polls;

/// <summary>Asks again by mail those who have not answered about every date, while their link still opens.</summary>
internal sealed class RemindAvailabilityWorker(Links links, Postbox postbox, SiteAddress site) : Worker
{
    public override string Type => "Office.RemindAvailability";

    public override string Label => "都合の返事をうながす";

    public override async Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop)
    {
        if (await Invited.MeetingAsync(context, stop) is not { } meeting)
        {
            return Invited.Unknown;
        }

        var answers = await context.Db.PollAnswers.Where(answer => answer.MeetingId == meeting.Id).ToListAsync(stop);
        var reminded = 0;
        var mails = await PresentMails.OfAsync(context.Db, meeting.Participants, stop);
        foreach (var participant in new Tally(meeting, answers).Unanswered)
        {
            if (mails.Of(participant) is not { } address || await links.FindAsync(context.Db, context.OfficeId, PollPurpose.Key, participant.Id.ToString(), stop) is not { } path)
            {
                continue;
            }

            var order = PollMail.Order("meeting-poll-reminder", meeting, participant, address, site.Of(path));
            if (await postbox.PutAsync(context.Db, order, context.At, stop) is Outcome<SentMail>.Refused no)
            {
                return new WorkerAnswer.Failed(no.Refusal.Reason);
            }

            reminded++;
        }

        return new WorkerAnswer.Done(Value.Record.Empty.With("reminded", Value.Of((decimal)reminded)));
    }
}
