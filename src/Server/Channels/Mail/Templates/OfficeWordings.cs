using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>Which wording an office uses now.</summary>
internal static class OfficeWordings
{
    /// <returns>The newest version; null when neither the office nor the product knows the key.</returns>
    /// <remarks>An office that has none yet gets the shipped wording as its first version, in the commit of whoever asks.</remarks>
    public static async Task<MailTemplate?> CurrentAsync(OfficeDb db, Guid officeId, string key, DateTimeOffset at, CancellationToken stop)
    {
        var newest = db.MailTemplates.Local.Where(template => IsOf(template, officeId, key)).MaxBy(static template => template.Version)
            ?? await db.MailTemplates
                .Where(template => template.OfficeId == officeId && template.Key == key)
                .OrderByDescending(static template => template.Version)
                .FirstOrDefaultAsync(stop);

        return newest ?? (ShippedMails.All.TryGetValue(key, out var wording) ? db.MailTemplates.Add(First(officeId, key, wording, at)).Entity : null);
    }

    /// <summary>Every wording that the office can use now, by key. Changes nothing: what it does not have yet is shown as it was shipped.</summary>
    public static async Task<IReadOnlyList<MailTemplate>> AllAsync(OfficeDb db, Guid officeId, DateTimeOffset at, CancellationToken stop)
    {
        var versions = await db.MailTemplates.AsNoTracking().Where(template => template.OfficeId == officeId).ToListAsync(stop);
        var newest = versions.GroupBy(static version => version.Key, StringComparer.Ordinal).Select(static group => group.MaxBy(static version => version.Version)!);
        var shipped = ShippedMails.All.Select(pair => First(officeId, pair.Key, pair.Value, at));

        return [.. newest.UnionBy(shipped, static template => template.Key, StringComparer.Ordinal).OrderBy(static template => template.Key, StringComparer.Ordinal)];
    }

    /// <summary>The versions of one wording, newest first; the shipped one where the office has none yet, and none at all for an unknown key.</summary>
    public static async Task<IReadOnlyList<MailTemplate>> VersionsAsync(OfficeDb db, Guid officeId, string key, DateTimeOffset at, CancellationToken stop)
    {
        var versions = await db.MailTemplates.AsNoTracking()
            .Where(template => template.OfficeId == officeId && template.Key == key)
            .OrderByDescending(static template => template.Version)
            .ToListAsync(stop);

        return versions.Count == 0 && ShippedMails.All.TryGetValue(key, out var wording) ? [First(officeId, key, wording, at)] : versions;
    }

    /// <summary>Gives the office what was shipped and it does not have; a shipped wording that the office left alone follows the product.</summary>
    public static async Task SeedAsync(OfficeDb db, Guid officeId, DateTimeOffset at, CancellationToken stop)
    {
        var newest = (await db.MailTemplates.Where(template => template.OfficeId == officeId).ToListAsync(stop))
            .GroupBy(static template => template.Key, StringComparer.Ordinal)
            .ToDictionary(static versions => versions.Key, static versions => versions.MaxBy(static template => template.Version)!, StringComparer.Ordinal);

        foreach (var (key, wording) in ShippedMails.All)
        {
            if (!newest.TryGetValue(key, out var current))
            {
                db.MailTemplates.Add(First(officeId, key, wording, at));
            }
            else if (current.WrittenBy is null && current.Wording != wording)
            {
                db.MailTemplates.Add(After(current, wording, at, writtenBy: null));
            }
        }

        await db.SaveChangesAsync(stop);
    }

    public static MailTemplate After(MailTemplate current, MailWording wording, DateTimeOffset at, Guid? writtenBy) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = current.OfficeId,
        Key = current.Key,
        Version = current.Version + 1,
        Subject = wording.Subject,
        Body = wording.Body,
        WrittenAt = at,
        WrittenBy = writtenBy,
    };

    private static MailTemplate First(Guid officeId, string key, MailWording wording, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officeId,
        Key = key,
        Version = 1,
        Subject = wording.Subject,
        Body = wording.Body,
        WrittenAt = at,
    };

    private static bool IsOf(MailTemplate template, Guid officeId, string key) =>
        template.OfficeId == officeId && string.Equals(template.Key, key, StringComparison.Ordinal);
}
