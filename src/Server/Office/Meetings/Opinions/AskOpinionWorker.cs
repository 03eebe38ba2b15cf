using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Opinions;

/// <summary>意見照会: asks somebody who cannot come, by mail with a link and a code, or leaves it to a call of the office.</summary>
internal sealed class AskOpinionWorker(Links links, Postbox postbox, SiteAddress site) : Worker
{
    public override string Type => "Office.AskOpinion";

    public override string Label => "欠席者に意見をたずねる";

    public override async Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop)
    {
        if (await Invited.FindAsync(context, stop) is not { } invited)
        {
            return Invited.Unknown;
        }

        var (meeting, participant) = invited;
        if (await context.Db.OpinionInquiries.AnyAsync(inquiry => inquiry.ParticipantId == participant.Id, stop))
        {
            return new WorkerAnswer.Done(Value.Record.Empty);
        }

        var address = (await PresentMails.OfAsync(context.Db, [participant], stop)).Of(participant);
        context.Db.OpinionInquiries.Add(new OpinionInquiry
        {
            Id = Guid.CreateVersion7(),
            OfficeId = context.OfficeId,
            MeetingId = meeting.Id,
            ParticipantId = participant.Id,
            SentOn = JapaneseEra.DayInTokyo(context.At),
            IsByLink = address is not null,
        });

        return address is not null && await SendAsync(context, meeting, participant, address, stop) is { } failed
            ? failed
            : new WorkerAnswer.Done(Value.Record.Empty);
    }

    private async Task<WorkerAnswer?> SendAsync(WorkerContext context, Meeting meeting, Participant participant, string address, CancellationToken stop)
    {
        var by = MeetingDays.OpinionBy(meeting, context.At);
        var path = await links.MakeAsync(
            context.Db, context.OfficeId, OpinionPurpose.Key, participant.Id.ToString(), participant.Name, MeetingDays.EndOf(by), needsCode: true, stop);
        var day = meeting.Chosen is { } chosen ? JapaneseEra.DayInTokyo(chosen.StartsAt) : by;
        var order = new MailOrder(
            context.OfficeId,
            "opinion-inquiry",
            Invited.NameInMail(participant),
            address,
            Value.Record.Empty.With("link", Value.Of(site.Of(path))).With("date", Value.Of(day)).With("answersBy", Value.Of(by)))
        {
            CaseId = meeting.CaseId,
        };

        return await postbox.PutAsync(context.Db, order, context.At, stop) is Outcome<SentMail>.Refused no ? new WorkerAnswer.Failed(no.Refusal.Reason) : null;
    }
}
