using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Polls;

/// <summary>Asks one participant by mail which dates are possible. Who has no address is called by the office.</summary>
internal sealed class AskAvailabilityWorker(Links links, Postbox postbox, SiteAddress site) : Worker
{
    public override string Type => "Office.AskAvailability";

    public override string Label => "都合をたずねる";

    public override async Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop)
    {
        if (await Invited.FindAsync(context, stop) is not { } invited)
        {
            return Invited.Unknown;
        }

        var (meeting, participant) = invited;
        if ((await PresentMails.OfAsync(context.Db, [participant], stop)).Of(participant) is not { } address)
        {
            return new WorkerAnswer.Done(Value.Record.Empty);
        }

        var path = await links.MakeAsync(
            context.Db, context.OfficeId, PollPurpose.Key, participant.Id.ToString(), participant.Name, MeetingDays.EndOf(meeting.AnswersBy), needsCode: false, stop);
        participant.Ask(context.At);

        return await postbox.PutAsync(context.Db, PollMail.Order("meeting-poll", meeting, participant, address, site.Of(path)), context.At, stop) is Outcome<SentMail>.Refused no
            ? new WorkerAnswer.Failed(no.Refusal.Reason)
            : new WorkerAnswer.Done(Value.Record.Empty);
    }
}
