using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Replies;

/// <summary>
/// Takes in what an attendee's calendar answered to an invitation: the answer counts when it is about the meeting as it now stands and comes
/// from the attendee's own mailbox. Anyone can write such a mail, so nothing but the attendance follows from it.
/// </summary>
internal sealed class CalendarReplies(Postbox postbox) : IncomingKind
{
    private const int LongestComment = 500;

    public override async Task<IncomingResult?> TakeAsync(IncomingMail mail, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        if (ReplyIn(mail) is not { } reply
            || MeetingInvitations.MeetingIn(reply.Uid) is not { } meetingId
            || await db.WholeMeetings.SingleOrDefaultAsync(row => row.Id == meetingId, stop) is not { Chosen: not null } meeting)
        {
            return null;
        }

        var told = await TakeAsync(mail, reply, meeting, db, at, stop);

        return told with { CaseId = meeting.CaseId };
    }

    private static CalendarReply? ReplyIn(IncomingMail mail) => mail.Parts
        .Where(static part => part.Is("text/calendar") || part.Is("application/ics") || part.IsNamed(".ics"))
        .Select(static part => CalendarReplyReader.Read(part.Text))
        .FirstOrDefault(static reply => reply is not null);

    private async Task<IncomingResult> TakeAsync(IncomingMail mail, CalendarReply reply, Meeting meeting, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        var mails = await PresentMails.OfAsync(db, meeting.Participants, stop);
        var participant = meeting.Participants.FirstOrDefault(one => IsOf(one, mails.Of(one), reply.Address));
        if (Refused(mail, reply, meeting, participant) is { } refused)
        {
            return refused;
        }

        var answeredAt = reply.StampedAt is { } stamped && stamped < at ? stamped : at;
        var last = await db.InvitationReplies.Where(row => row.ParticipantId == participant!.Id && row.Sequence >= meeting.AskedSequence)
            .MaxAsync(static row => (DateTimeOffset?)row.AnsweredAt, stop);
        db.Add(new InvitationReply
        {
            Id = Guid.CreateVersion7(),
            OfficeId = meeting.OfficeId,
            MeetingId = meeting.Id,
            ParticipantId = participant!.Id,
            Sequence = reply.Sequence,
            Answer = reply.Answer,
            Comment = Comment(reply),
            AnsweredAt = answeredAt,
            ReceivedAt = at,
        });

        return last > answeredAt
            ? new IncomingResult("reply-overtaken", $"{participant.Name}さんのもっと新しい返事がすでに届いているので、出欠は変えていません。")
            : await CountAsync(meeting, participant, reply.Answer, db, at, stop);
    }

    /// <returns>Null where the answer counts.</returns>
    private static IncomingResult? Refused(IncomingMail mail, CalendarReply reply, Meeting meeting, Participant? participant)
    {
        if (!IsOwn(mail, reply))
        {
            return new IncomingResult(
                "reply-sender-differs", "返事をした方と差出人のアドレスが違うので、出欠に反映していません。電話などで本人に確かめてください。", IsSettled: false);
        }

        if (participant is null)
        {
            return new IncomingResult(
                "reply-unknown-attendee",
                "この会議に招いた方のアドレスではないので、出欠に反映していません。どなたの返事かを確かめてください。招いた方の新しいアドレスなら、台帳(関係者・事業所・利用者)のアドレスを直し、出欠は電話などで本人に確かめてください。",
                IsSettled: false);
        }

        if (meeting.IsCalledOff)
        {
            return new IncomingResult("reply-called-off", "取りやめになった会議への返事なので、出欠に反映していません。");
        }

        if (participant.IsTakenOff)
        {
            return new IncomingResult("reply-withdrawn", $"{participant.Name}さんの招集は取り消してあるので、出欠に反映していません。来ていただくときは、電話などで知らせてください。");
        }

        return reply.Sequence < meeting.AskedSequence
            ? new IncomingResult("reply-older", $"{participant.Name}さんの返事は、日程が変わる前の案内へのものなので、出欠に反映していません。")
            : null;
    }

    private async Task<IncomingResult> CountAsync(Meeting meeting, Participant participant, Participation answer, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        // Saving fails when the meeting was moved or called off, or the participant taken off, meanwhile; the reply is then read again.
        db.Entry(meeting).Property(static row => row.Sequence).IsModified = true;
        switch (answer)
        {
            case Participation.Accepted:
                participant.Expect(isExpected: true);
                return new IncomingResult("reply-accepted", $"{participant.Name}さんから「出席」の返事がありました。");
            case Participation.Declined:
                participant.Expect(isExpected: false);
                await TellHostAsync(meeting, participant, db, at, stop);
                return new IncomingResult("reply-declined", $"{participant.Name}さんから「欠席」の返事がありました。主催者にメールで知らせました。");
            default:
                return new IncomingResult("reply-tentative", $"{participant.Name}さんから「未定」の返事がありました。");
        }
    }

    /// <summary>The host learns at once who will not come: there may be time to move the meeting, or to ask for an opinion.</summary>
    private async Task TellHostAsync(Meeting meeting, Participant participant, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        var host = await db.People.SingleOrDefaultAsync(person => person.Id == meeting.HostId, stop);
        var words = MeetingInvitations.Words(meeting).With("who", Value.Of(Invited.NameInMail(participant)));
        _ = await postbox.PutAsync(
            db, new MailOrder(meeting.OfficeId, "invitation-declined", host?.Name ?? "主催者", host?.Mail, words) { CaseId = meeting.CaseId }, at, stop);
    }

    private static bool IsOwn(IncomingMail mail, CalendarReply reply) =>
        string.Equals(mail.FromAddress, reply.Address, StringComparison.OrdinalIgnoreCase);

    /// <summary>By the address at which they were asked, or the one that the ledger has now: which of them got the invitation, a reply does not tell.</summary>
    private static bool IsOf(Participant participant, string? present, string address) =>
        new[] { participant.Mail, present }.Any(known => Mailbox.Of(participant.Name, known)?.Reaches(address) is true);

    private static string? Comment(CalendarReply reply)
    {
        var comment = reply.Comment.Trim();

        return comment.Length switch
        {
            0 => null,
            > LongestComment => comment[..LongestComment],
            _ => comment,
        };
    }
}
