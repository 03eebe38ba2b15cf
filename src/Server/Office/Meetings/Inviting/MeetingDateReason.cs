using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings.Changing;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Inviting;

/// <summary>
/// A mail that says when a meeting is, goes while that is so: late, or sent again by hand, it would otherwise be the last word about a date that was
/// moved, a meeting that was called off, an invitation that was taken back.
/// </summary>
internal sealed class MeetingDateReason : MailReason
{
    public override string Words => "会議の日時が変わったか、会議が取りやめになったか、この方が出席の予定でなくなったため、送りませんでした。新しい日時や取りやめは、別のメールで知らせています。";

    public override async Task<bool> IsGoneAsync(SentMail mail, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        if (mail.Template is not (MeetingInvitations.Template or TellInvited.MovedMail) || MeetingInvitations.InOrder(mail.OrderKey) is not var (meetingId, recipientId))
        {
            return false;
        }

        var meeting = await db.WholeMeetings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == meetingId, stop);
        return meeting is not null
            && (meeting.IsCalledOff
                || mail.OrderNumber < meeting.AskedSequence
                || meeting.Participants.Any(one => one.Id == recipientId && one.IsExpected is not true));
    }
}
