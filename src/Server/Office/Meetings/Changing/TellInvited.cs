using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Office.Meetings.Room;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Changing;

/// <summary>
/// Tells those who were invited what became of the meeting, each in a mail of their own with the calendar message that says the same. Who has
/// no address stands in the list of mails as one to be telephoned. Adds to the context; the caller saves.
/// </summary>
internal sealed class TellInvited(Postbox postbox, RoomLinks room)
{
    /// <summary>Key of the wording.</summary>
    public const string MovedMail = "meeting-moved";
    private const string CalledOffMail = "meeting-called-off";
    private const string RemovedMail = "meeting-removed";

    /// <summary>Everybody who is expected, and the host, whose calendar would not know otherwise.</summary>
    /// <param name="askedAnew">Those who were not expected before. Who of them never had an invitation gets one, as the others had theirs.</param>
    public async Task<Refusal?> MovedAsync(OfficeDb db, Meeting meeting, IReadOnlyList<Participant> askedAnew, DateTimeOffset at, CancellationToken stop)
    {
        var answered = await AnsweredAsync(db, meeting, stop);
        var uninvited = askedAnew.Where(one => !answered.Contains(one.Id)).ToHashSet();
        var mails = await PresentMails.OfAsync(db, meeting.Participants, stop);
        foreach (var participant in meeting.Participants.Where(static one => one.IsExpected is true).OrderBy(static one => one.Place))
        {
            var to = new Recipient(participant.Id, Invited.NameInMail(participant), mails.Of(participant), IsHost: false);
            var refusal = uninvited.Contains(participant)
                ? await InviteAsync(db, meeting, participant, to, at, stop)
                : await TellAsync(db, meeting, MovedMail, to, MeetingInvitations.Words(meeting), static invitation => invitation, at, stop);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return await TellHostAsync(db, meeting, MovedMail, static invitation => invitation, at, stop);
    }

    /// <summary>Everybody who has the event in a calendar, also who answered that they cannot come.</summary>
    public async Task<Refusal?> CalledOffAsync(OfficeDb db, Meeting meeting, DateTimeOffset at, CancellationToken stop)
    {
        var answered = await AnsweredAsync(db, meeting, stop);
        var mails = await PresentMails.OfAsync(db, meeting.Participants, stop);
        foreach (var participant in meeting.Participants.Where(one => !one.IsTakenOff && (one.IsExpected is true || answered.Contains(one.Id))).OrderBy(static one => one.Place))
        {
            var to = new Recipient(participant.Id, Invited.NameInMail(participant), mails.Of(participant), IsHost: false);
            if (await TellAsync(db, meeting, CalledOffMail, to, MeetingInvitations.Words(meeting), Cancelled, at, stop) is { } refusal)
            {
                return refusal;
            }
        }

        return await TellHostAsync(db, meeting, CalledOffMail, Cancelled, at, stop);
    }

    /// <summary>The one alone; the meeting itself stands.</summary>
    public async Task<Refusal?> RemovedAsync(OfficeDb db, Meeting meeting, Participant participant, DateTimeOffset at, CancellationToken stop)
    {
        var mails = await PresentMails.OfAsync(db, [participant], stop);
        var to = new Recipient(participant.Id, Invited.NameInMail(participant), mails.Of(participant), IsHost: false);

        return await TellAsync(
            db, meeting, RemovedMail, to, MeetingInvitations.Words(meeting), static invitation => Cancelled(invitation) with { IsOneRemoved = true }, at, stop);
    }

    private static Invitation Cancelled(Invitation invitation) => invitation with { Method = CalendarMethod.Cancel };

    /// <summary>Whose calendar has answered, and so has the event.</summary>
    private static async Task<IReadOnlySet<Guid>> AnsweredAsync(OfficeDb db, Meeting meeting, CancellationToken stop) =>
        await db.InvitationReplies.Where(reply => reply.MeetingId == meeting.Id).Select(static reply => reply.ParticipantId).ToHashSetAsync(stop);

    private async Task<Refusal?> InviteAsync(OfficeDb db, Meeting meeting, Participant participant, Recipient to, DateTimeOffset at, CancellationToken stop)
    {
        var link = Mailbox.Of(to.Name, to.Address) is null ? "" : await room.OfAsync(db, meeting, participant, at, stop);

        return await TellAsync(
            db, meeting, MeetingInvitations.Template, to, MeetingInvitations.Words(meeting).With("room", Value.Of(link)), static invitation => invitation, at, stop);
    }

    private async Task<Refusal?> TellHostAsync(
        OfficeDb db, Meeting meeting, string template, Func<Invitation, Invitation> change, DateTimeOffset at, CancellationToken stop) =>
        await db.People.SingleOrDefaultAsync(person => person.Id == meeting.HostId, stop) is { } host
            ? await TellAsync(db, meeting, template, new Recipient(host.Id, host.Name, host.Mail, IsHost: true), MeetingInvitations.Words(meeting), change, at, stop)
            : null;

    private async Task<Refusal?> TellAsync(
        OfficeDb db, Meeting meeting, string template, Recipient to, Value.Record words,
        Func<Invitation, Invitation> change, DateTimeOffset at, CancellationToken stop)
    {
        var mailbox = Mailbox.Of(to.Name, to.Address);
        var office = await db.Offices.SingleAsync(office => office.Id == meeting.OfficeId, stop);
        var invitation = mailbox is null ? null : MeetingInvitations.Of(meeting, postbox.SenderOf(office), new Attendee(mailbox, to.IsHost), at);
        var order = new MailOrder(meeting.OfficeId, template, to.Name, to.Address, words)
        {
            CaseId = meeting.CaseId,
            Invitation = invitation is null ? null : change(invitation),
            OrderKey = MeetingInvitations.OrderKey(meeting, to.Id),
            OrderNumber = meeting.Sequence,
        };

        return await postbox.PutAsync(db, order, at, stop) is Outcome<SentMail>.Refused no ? no.Refusal : null;
    }

    private sealed record Recipient(Guid Id, string Name, string? Address, bool IsHost);
}
