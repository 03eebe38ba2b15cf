using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>Makes, opens and ends links. Rows are added to the caller's context and saved by the caller.</summary>
public sealed class Links(GuestKey key, TimeProvider clock)
{
    /// <summary>Adds a link; an open one of the same purpose, target and person is ended by it.</summary>
    /// <returns>Its path, secret included: for the one mail, sheet or screen that hands it over.</returns>
    public async Task<string> MakeAsync(
        OfficeDb db, Guid officeId, string purpose, string targetId, string personLabel, DateTimeOffset expiresAt, bool needsCode, CancellationToken stop)
    {
        await RevokeAsync(db, officeId, purpose, targetId, stop);
        var id = Guid.CreateVersion7();
        db.GuestLinks.Add(new GuestLink
        {
            Id = id,
            OfficeId = officeId,
            Purpose = purpose,
            TargetId = targetId,
            PersonLabel = personLabel,
            SecretHash = GuestToken.HashOf(key.SecretOf(id)),
            MadeAt = clock.GetUtcNow(),
            ExpiresAt = expiresAt,
            NeedsCode = needsCode,
        });
        return PathOf(id);
    }

    /// <summary>The path of a link that was made before, for a reminder: the first mail's link stays good.</summary>
    /// <returns>Null when it does not open any more.</returns>
    public async Task<string?> FindAsync(OfficeDb db, Guid officeId, string purpose, string targetId, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var links = await OfTargetAsync(db, officeId, purpose, targetId, stop);
        return links.Find(link => link.StateAt(now) is GuestLinkState.Open) is { } open ? PathOf(open.Id) : null;
    }

    /// <summary>Ends every link of the target; what was answered stays.</summary>
    public Task RevokeAsync(OfficeDb db, Guid officeId, string purpose, string targetId, CancellationToken stop) =>
        RevokeAsync(db, officeId, purpose, targetId, clock.GetUtcNow(), stop);

    /// <summary>The same for whoever has the moment of the act, and no clock.</summary>
    public static async Task RevokeAsync(OfficeDb db, Guid officeId, string purpose, string targetId, DateTimeOffset at, CancellationToken stop)
    {
        foreach (var link in await OfTargetAsync(db, officeId, purpose, targetId, stop))
        {
            link.Revoke(at);
        }
    }

    /// <summary>The link that a token proves, open or ended; null for anything else, whatever was wrong.</summary>
    /// <param name="db">A context that sees every office: before the link is known, nobody knows whose it is.</param>
    public static async Task<GuestLink?> OpenAsync(OfficeDb db, string token, CancellationToken stop) =>
        GuestToken.Read(token) is { } read
        && await db.GuestLinks.FirstOrDefaultAsync(link => link.Id == read.LinkId, stop) is { } link
        && GuestToken.Proves(link, read.Secret)
            ? link
            : null;

    private static async Task<List<GuestLink>> OfTargetAsync(OfficeDb db, Guid officeId, string purpose, string targetId, CancellationToken stop)
    {
        var stored = await db.GuestLinks
            .Where(link => link.OfficeId == officeId && link.Purpose == purpose && link.TargetId == targetId && link.RevokedAt == null)
            .ToListAsync(stop);
        var added = db.GuestLinks.Local.Where(link =>
            link.OfficeId == officeId && link.RevokedAt is null
            && string.Equals(link.Purpose, purpose, StringComparison.Ordinal) && string.Equals(link.TargetId, targetId, StringComparison.Ordinal));

        return [.. stored.Union(added)];
    }

    private string PathOf(Guid linkId) => GuestToken.PathOf(key, linkId);
}
