using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Papers;

/// <summary>A mail that tells of papers is sent while there is one that its recipient has not been told of, may see, and can still prepare with.</summary>
internal sealed class PaperReason : MailReason
{
    public override async Task<bool> IsGoneAsync(SentMail mail, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        if (mail.Template is not TellOfPapers.Template)
        {
            return false;
        }

        var ids = GuestToken.LinksIn(mail.Text);
        var targets = await db.GuestLinks.Where(link => ids.Contains(link.Id)).Select(static link => link.TargetId).ToListAsync(stop);
        foreach (var target in targets)
        {
            if (Guid.TryParse(target, CultureInfo.InvariantCulture, out var participantId) && await IsNewsAsync(mail, participantId, db, at, stop))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<bool> IsNewsAsync(SentMail mail, Guid participantId, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        var meeting = await db.WholeMeetings.AsNoTracking().SingleOrDefaultAsync(row => row.Participants.Any(one => one.Id == participantId), stop);
        if (meeting is not { IsCalledOff: false, Chosen: { } chosen } || chosen.StartsAt <= at)
        {
            return false;
        }

        var papers = (await SeenPapers.LoadAsync(db, meeting, at, stop)).Of(meeting.Participants.Single(one => one.Id == participantId));
        var first = await SendElsewhere.FirstOfAsync(db, mail, stop);
        return papers.Any(paper => paper.AddedAt >= first.WrittenAt);
    }
}
