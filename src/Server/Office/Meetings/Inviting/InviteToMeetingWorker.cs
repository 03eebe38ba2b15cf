using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings.Room;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Inviting;

/// <summary>
/// Sends one attendee the invitation with a calendar message; with the first attendee also the host, whose calendar would not know
/// otherwise. Who has no address is told by the office.
/// </summary>
internal sealed class InviteToMeetingWorker(Postbox postbox, RoomLinks room) : Worker
{
    public override string Type => "Office.InviteToMeeting";

    public override string Label => "会議に招く";

    public override async Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop)
    {
        if (await Invited.FindAsync(context, stop) is not { Meeting.Chosen: not null } invited)
        {
            return Invited.Unknown;
        }

        var address = (await PresentMails.OfAsync(context.Db, [invited.Participant], stop)).Of(invited.Participant);
        var link = address is null ? "" : await room.OfAsync(context.Db, invited.Meeting, invited.Participant, context.At, stop);
        foreach (var (id, name, mailbox, isHost) in await RecipientsAsync(context, invited, address, stop))
        {
            if (await SendAsync(context, invited.Meeting, id, name, mailbox, isHost ? "" : link, isHost, stop) is { } failed)
            {
                return failed;
            }
        }

        return new WorkerAnswer.Done(Value.Record.Empty);
    }

    private static async Task<IEnumerable<(Guid Id, string Name, Mailbox Mailbox, bool IsHost)>> RecipientsAsync(
        WorkerContext context, Invited invited, string? address, CancellationToken stop)
    {
        var (meeting, participant) = invited;
        var name = Invited.NameInMail(participant);
        var recipients = new List<(Guid, string, Mailbox, bool)>();
        if (Mailbox.Of(name, address) is { } mailbox)
        {
            recipients.Add((participant.Id, name, mailbox, false));
        }

        var first = meeting.Participants.Where(static one => one.IsExpected is true).MinBy(static one => one.Place);
        var host = first?.Id == participant.Id ? await context.Db.People.SingleOrDefaultAsync(person => person.Id == meeting.HostId, stop) : null;
        if (host is not null && Mailbox.Of(host.Name, host.Mail) is { } own)
        {
            recipients.Add((host.Id, host.Name, own, true));
        }

        return recipients;
    }

    private async Task<WorkerAnswer?> SendAsync(
        WorkerContext context, Meeting meeting, Guid recipientId, string name, Mailbox mailbox, string link, bool isHost, CancellationToken stop)
    {
        var office = await context.Db.Offices.SingleAsync(office => office.Id == context.OfficeId, stop);
        var order = new MailOrder(context.OfficeId, MeetingInvitations.Template, name, mailbox.Address, MeetingInvitations.Words(meeting).With("room", Value.Of(link)))
        {
            CaseId = meeting.CaseId,
            Invitation = MeetingInvitations.Of(meeting, postbox.SenderOf(office), new Attendee(mailbox, isHost), context.At),
            OrderKey = MeetingInvitations.OrderKey(meeting, recipientId),
            OrderNumber = meeting.Sequence,
        };

        return await postbox.PutAsync(context.Db, order, context.At, stop) is Outcome<SentMail>.Refused no ? new WorkerAnswer.Failed(no.Refusal.Reason) : null;
    }
}
