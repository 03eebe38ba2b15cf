using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Audit;

/// <summary>Computes the whole chain again and compares it with what stands there.</summary>
public static class VerifyAudit
{
    private const int MostFlaws = 100;

    private static readonly TimeSpan SealedWithin = TimeSpan.FromMinutes(1);

    /// <param name="Sealed">Links of the chain.</param>
    /// <param name="Missing">Sealed entries whose content is gone: purged, or deleted by someone.</param>
    /// <param name="Unsealed">Entries that wait for their seal.</param>
    /// <param name="Head">The last link, to be noted down; null for an empty chain.</param>
    public sealed record Report(long Sealed, long Missing, long Unsealed, string? Head, IReadOnlyList<AuditFlaw> Flaws, DateTimeOffset At)
    {
        public bool IsWhole => Flaws.Count == 0;
    }

    /// <param name="noted">A head that was noted down before, as <see cref="AuditSeal.Head"/> writes it.</param>
    public static async Task<Report> HandleAsync(string? noted, OfficeDbs dbs, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("sealer"));
        var (flaws, count, missing, now) = (new List<AuditFlaw>(), 0L, 0L, clock.GetUtcNow());
        AuditSeal? before = null;
        await foreach (var (seal, entry) in ChainAsync(db, stop))
        {
            count++;
            missing += entry is null ? 1 : 0;
            flaws.AddRange(FlawsOf(before, seal, entry).Take(MostFlaws - flaws.Count));
            before = seal;
        }

        if (!string.IsNullOrWhiteSpace(noted) && await DiffersAsync(db, noted.Trim(), stop))
        {
            flaws.Add(new AuditFlaw("head-differs", null, "控えてあった値が、いまの連なりの中にありません。控えた後に、記録が消されたか作り直されています。"));
        }

        var seals = db.AuditSeals;
        var unsealed = db.Audit.Where(entry => !seals.Any(seal => seal.EntryPosition == entry.Position));
        var late = now - SealedWithin;
        if (await unsealed.AnyAsync(entry => entry.At < late, stop))
        {
            flaws.Add(new AuditFlaw("sealing-late", null, "1分より前の記録に、まだ封印がありません。サーバーの裏方の処理が止まっていないか、「仕事の予定」を見てください。"));
        }

        return new Report(count, missing, await unsealed.LongCountAsync(stop), before?.Head, flaws, now);
    }

    private static IEnumerable<AuditFlaw> FlawsOf(AuditSeal? before, AuditSeal seal, AuditEntry? entry)
    {
        if (seal.Number != (before?.Number ?? 0) + 1)
        {
            yield return new AuditFlaw("number-gap", seal.Number, $"{Number(seal)}番の前の封印がありません。封印が消されています。");
        }

        if (!string.Equals(seal.ChainHash, AuditSeal.Link(before?.ChainHash ?? "", seal.EntryHash), StringComparison.Ordinal))
        {
            yield return new AuditFlaw("link-broken", seal.Number, $"{Number(seal)}番の封印が、前の封印とつながりません。封印が書き換えられています。");
        }

        if (entry is not null && !string.Equals(entry.Hash(), seal.EntryHash, StringComparison.Ordinal))
        {
            yield return new AuditFlaw("entry-changed", seal.Number, $"{Number(seal)}番の記録の中身が、封印したときと違います。記録が書き換えられています。");
        }
    }

    private static async Task<bool> DiffersAsync(OfficeDb db, string noted, CancellationToken stop) =>
        noted.Split(':') is not [var number, var hash]
        || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
        || !await db.AuditSeals.AnyAsync(seal => seal.Number == wanted && seal.ChainHash == hash, stop);

    private static async IAsyncEnumerable<(AuditSeal Seal, AuditEntry? Entry)> ChainAsync(
        OfficeDb db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var rows =
            from seal in db.AuditSeals.AsNoTracking()
            join found in db.Audit.AsNoTracking() on seal.EntryPosition equals found.Position into entries
            from entry in entries.DefaultIfEmpty()
            orderby seal.Number
            select new { Seal = seal, Entry = entry };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return (row.Seal, row.Entry);
        }
    }

    private static string Number(AuditSeal seal) => seal.Number.ToString(CultureInfo.InvariantCulture);
}
