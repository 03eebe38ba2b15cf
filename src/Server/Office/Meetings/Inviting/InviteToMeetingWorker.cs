using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Inviting;

/// <summary>
/// Sends one attendee the invitation with a calendar message; with the first attendee also the host, whose calendar would not know
/// otherwise. Who has no address is told by the office.
/// </summary>
internal sealed class InviteToMeetingWorker(Postbox postbox) : Worker
{
    private const string Summary = "サービス担当者会議";

    public override string Type => "Office.InviteToMeeting";

    public override string Label => "会議に招く";

    public override async Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop)
    {
        if (await Invited.FindAsync(context, stop) is not { Meeting.Chosen: not null } invited)
        {
            return Invited.Unknown;
        }

        foreach (var (name, mailbox, isHost) in await RecipientsAsync(context, invited, stop))
        {
            if (await SendAsync(context, invited.Meeting, name, mailbox, isHost, stop) is { } failed)
            {
                return failed;
            }
        }

        return new WorkerAnswer.Done(Value.Record.Empty);
    }

    private static async Task<IEnumerable<(string Name, Mailbox Mailbox, bool IsHost)>> RecipientsAsync(
        WorkerContext context, Invited invited, CancellationToken stop)
    {
        var (meeting, participant) = invited;
        var name = Invited.NameInMail(participant);
        var recipients = new List<(string, Mailbox, bool)>();
        if (Mailbox.Of(name, participant.Mail) is { } mailbox)
        {
            recipients.Add((name, mailbox, false));
        }

        var first = meeting.Participants.Where(static one => one.IsExpected is true).MinBy(static one => one.Place);
        var host = first?.Id == participant.Id ? await context.Db.People.SingleOrDefaultAsync(person => person.Id == meeting.HostId, stop) : null;
        if (host is not null && Mailbox.Of(host.Name, host.Mail) is { } own)
        {
            recipients.Add((host.Name, own, true));
        }

        return recipients;
    }

    private async Task<WorkerAnswer?> SendAsync(
        WorkerContext context, Meeting meeting, string name, Mailbox mailbox, bool isHost, CancellationToken stop)
    {
        var chosen = meeting.Chosen!;
        var data = Value.Record.Empty
            .With("date", Value.Of(JapaneseEra.DayInTokyo(chosen.StartsAt)))
            .With("from", Value.Of(MeetingWords.Clock(chosen.StartsAt)))
            .With("to", Value.Of(MeetingWords.Clock(chosen.EndsAt)))
            .With("place", Value.Of(chosen.Place));
        var order = new MailOrder(context.OfficeId, "meeting-invitation", name, mailbox.Address, data)
        {
            CaseId = meeting.CaseId,
            Invitation = await InvitationAsync(context, meeting, mailbox, isHost, stop),
            OrderKey = $"meeting:{meeting.Id:n}:{mailbox.Address}",
        };

        return await postbox.PutAsync(context.Db, order, context.At, stop) is Outcome<SentMail>.Refused no ? new WorkerAnswer.Failed(no.Refusal.Reason) : null;
    }

    /// <returns>Null where the office itself is the recipient: an organizer invites nobody else under its own address.</returns>
    private async Task<Invitation?> InvitationAsync(WorkerContext context, Meeting meeting, Mailbox mailbox, bool isHost, CancellationToken stop)
    {
        var office = await context.Db.Offices.SingleAsync(office => office.Id == context.OfficeId, stop);

        return postbox.SenderOf(office) is not { } organizer || organizer.Reaches(mailbox.Address)
            ? null
            : new Invitation
            {
                Uid = $"{meeting.Id:n}@{organizer.Address[(organizer.Address.LastIndexOf('@') + 1)..]}",
                Sequence = meeting.Sequence,
                StampedAt = context.At,
                When = new Occasion.Hours(meeting.Chosen!.StartsAt, meeting.Chosen.EndsAt),
                Summary = Summary,
                Place = meeting.Chosen.Place,
                Organizer = organizer,
                Attendees = [new Attendee(mailbox, isHost)],
                Recipient = mailbox,
                // Participants need not learn one another's addresses.
                HidesOthers = true,
            };
    }
}
