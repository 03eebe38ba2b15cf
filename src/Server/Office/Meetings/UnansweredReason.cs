using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>Who has answered for dates or with an opinion, by whatever means, is not asked again; nobody is asked for dates once one is fixed.</summary>
internal sealed class UnansweredReason : MailReason
{
    public override async Task<bool> IsGoneAsync(SentMail mail, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        var ids = GuestToken.LinksIn(mail.Text);
        var links = ids.Count == 0 ? [] : await db.GuestLinks.AsNoTracking().Where(link => ids.Contains(link.Id)).ToListAsync(stop);
        foreach (var link in links)
        {
            if (Guid.TryParse(link.TargetId, CultureInfo.InvariantCulture, out var participantId) && await IsAnsweredAsync(link.Purpose, participantId, db, stop))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<bool> IsAnsweredAsync(string purpose, Guid participantId, OfficeDb db, CancellationToken stop) => purpose switch
    {
        PollPurpose.Key => await IsPollOverAsync(participantId, db, stop),
        OpinionPurpose.Key => await db.OpinionInquiries.AnyAsync(inquiry => inquiry.ParticipantId == participantId && inquiry.AnsweredOn != null, stop),
        _ => false,
    };

    private static async Task<bool> IsPollOverAsync(Guid participantId, OfficeDb db, CancellationToken stop)
    {
        var meeting = await db.WholeMeetings.AsNoTracking().SingleOrDefaultAsync(row => row.Participants.Any(one => one.Id == participantId), stop);
        if (meeting is null || meeting.Chosen is not null)
        {
            return meeting is not null;
        }

        var answers = await db.PollAnswers.AsNoTracking().Where(answer => answer.MeetingId == meeting.Id).ToListAsync(stop);
        return new Tally(meeting, answers).HasAnswered(participantId);
    }
}
