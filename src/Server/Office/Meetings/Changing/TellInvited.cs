using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Changing;

/// <summary>
/// Tells those who were invited what became of the meeting, each in a mail of their own with the calendar message that says the same. Who has
/// no address stands in the list of mails as one to be telephoned. Adds to the context; the caller saves.
/// </summary>
public sealed class TellInvited(Postbox postbox)
{
    /// <summary>Key of the wording.</summary>
    public const string MovedMail = "meeting-moved";
    private const string CalledOffMail = "meeting-called-off";
    private const string RemovedMail = "meeting-removed";

    /// <summary>Everybody who was expected, and the host, whose calendar would not know otherwise.</summary>
    public Task<Refusal?> MovedAsync(OfficeDb db, Meeting meeting, DateTimeOffset at, CancellationToken stop) =>
        AllAsync(db, meeting, MovedMail, static invitation => invitation, at, stop);

    public Task<Refusal?> CalledOffAsync(OfficeDb db, Meeting meeting, DateTimeOffset at, CancellationToken stop) =>
        AllAsync(db, meeting, CalledOffMail, static invitation => invitation with { Method = CalendarMethod.Cancel }, at, stop);

    /// <summary>The one alone; the meeting itself stands.</summary>
    public Task<Refusal?> RemovedAsync(OfficeDb db, Meeting meeting, Participant participant, DateTimeOffset at, CancellationToken stop) =>
        TellAsync(
            db, meeting, RemovedMail, participant.Id, Invited.NameInMail(participant), participant.Mail, isHost: false,
            static invitation => invitation with { Method = CalendarMethod.Cancel, IsOneRemoved = true }, at, stop);

    private async Task<Refusal?> AllAsync(
        OfficeDb db, Meeting meeting, string template, Func<Invitation, Invitation> change, DateTimeOffset at, CancellationToken stop)
    {
        foreach (var participant in meeting.Participants.Where(static one => one.IsExpected is true).OrderBy(static one => one.Place))
        {
            if (await TellAsync(db, meeting, template, participant.Id, Invited.NameInMail(participant), participant.Mail, isHost: false, change, at, stop) is { } refusal)
            {
                return refusal;
            }
        }

        return await db.People.SingleOrDefaultAsync(person => person.Id == meeting.HostId, stop) is { } host
            ? await TellAsync(db, meeting, template, host.Id, host.Name, host.Mail, isHost: true, change, at, stop)
            : null;
    }

    private async Task<Refusal?> TellAsync(
        OfficeDb db, Meeting meeting, string template, Guid recipientId, string name, string? address, bool isHost,
        Func<Invitation, Invitation> change, DateTimeOffset at, CancellationToken stop)
    {
        var mailbox = Mailbox.Of(name, address);
        var office = await db.Offices.SingleAsync(office => office.Id == meeting.OfficeId, stop);
        var invitation = mailbox is null ? null : MeetingInvitations.Of(meeting, postbox.SenderOf(office), new Attendee(mailbox, isHost), at);
        var order = new MailOrder(meeting.OfficeId, template, name, address, MeetingInvitations.Words(meeting))
        {
            CaseId = meeting.CaseId,
            Invitation = invitation is null ? null : change(invitation),
            OrderKey = MeetingInvitations.OrderKey(meeting, recipientId),
            OrderNumber = meeting.Sequence,
        };

        return await postbox.PutAsync(db, order, at, stop) is Outcome<SentMail>.Refused no ? no.Refusal : null;
    }
}
