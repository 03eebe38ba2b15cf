using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Room;

/// <summary>The one link by which a participant reads what the meeting is about and, afterwards, what was written down; its code goes another way.</summary>
internal sealed class RoomLinks(Links links, SiteAddress site)
{
    /// <summary>How long after the meeting the minutes can be looked at and corrected.</summary>
    private const int DaysAfter = 60;

    /// <summary>How long after they were confirmed the minutes can be taken home.</summary>
    private const int DaysConfirmed = 14;

    /// <summary>The link that was made before, else a new one. The caller saves.</summary>
    public async Task<string> OfAsync(OfficeDb db, Meeting meeting, Participant participant, DateTimeOffset at, CancellationToken stop)
    {
        var target = participant.Id.ToString();
        var ends = meeting.Chosen!.EndsAt.AddDays(DaysAfter);
        var least = at.AddDays(DaysConfirmed);
        var path = await links.FindAsync(db, meeting.OfficeId, RoomPurpose.Key, target, stop)
            ?? await links.MakeAsync(db, meeting.OfficeId, RoomPurpose.Key, target, participant.Name, ends > least ? ends : least, needsCode: true, stop);

        return site.Of(path);
    }

    /// <summary>The minutes stand: every link of the meeting soon ends.</summary>
    public static async Task EndSoonAsync(OfficeDb db, Meeting meeting, DateTimeOffset at, CancellationToken stop)
    {
        var targets = meeting.Participants.Select(static one => one.Id.ToString()).ToList();
        var ends = at.AddDays(DaysConfirmed);
        foreach (var link in await db.GuestLinks.Where(link => link.Purpose == RoomPurpose.Key && link.RevokedAt == null && targets.Contains(link.TargetId)).ToListAsync(stop))
        {
            link.ExpiresAt = link.ExpiresAt < ends ? link.ExpiresAt : ends;
        }
    }
}
