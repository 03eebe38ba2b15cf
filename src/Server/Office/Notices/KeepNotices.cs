using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Notices;

/// <summary>Makes the notices of one kind what a scan found: new ones are added, those whose reason is gone end.</summary>
internal static class KeepNotices
{
    /// <returns>How many are new.</returns>
    public static async Task<int> HandleAsync(
        NoticeKind kind, IReadOnlyCollection<(Guid ClientId, DateOnly On)> found, OfficeDb db, Guid officeId, DateTimeOffset now, CancellationToken stop)
    {
        var known = await db.Notices.Where(notice => notice.Kind == kind).ToListAsync(stop);
        foreach (var gone in known.Where(notice => notice.EndedAt is null && !found.Contains((notice.ClientId, notice.On))))
        {
            gone.EndedAt = now;
        }

        // One that ended by itself and whose reason is back opens again; what a person ended stays ended.
        foreach (var back in known.Where(notice => notice is { EndedAt: not null, EndedBy: null } && found.Contains((notice.ClientId, notice.On))))
        {
            back.EndedAt = null;
        }

        var added = found.Except(known.Select(static notice => (notice.ClientId, notice.On))).ToList();
        db.Notices.AddRange(added.Select(one => new Notice
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officeId,
            Kind = kind,
            ClientId = one.ClientId,
            On = one.On,
            MadeAt = now,
        }));
        await db.SaveChangesAsync(stop);
        return added.Count;
    }
}
