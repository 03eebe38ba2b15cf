using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Audit;

public abstract class SealerTests(RunningOffice office)
{
    private readonly Guid officeId = Guid.CreateVersion7();

    [Fact]
    public async Task Entries_are_chained_within_a_second_of_their_commit()
    {
        await NoteAsync(3);

        var atOnce = await office.DrainAsync();
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        await office.DrainAsync();

        await using var db = office.Db();
        Assert.Equal(0, atOnce);
        Assert.False(await Unsealed(db).AnyAsync());
        Assert.True((await VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task Sealers_of_many_nodes_make_one_chain_without_gaps()
    {
        await NoteAsync(450);
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        var sealer = office.Services.GetRequiredService<Sealer>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => sealer.SealAllAsync(CancellationToken.None))));
        await sealer.SealAllAsync(CancellationToken.None);

        await using var db = office.Db();
        var count = await db.AuditSeals.CountAsync();
        Assert.Equal(count, await db.AuditSeals.MaxAsync(static seal => seal.Number));
        Assert.False(await Unsealed(db).AnyAsync());
        Assert.True((await VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task An_entry_that_was_committed_long_after_its_number_is_found_by_the_thorough_round()
    {
        await SealAsync();
        await NoteAsync(1);
        await NoteAsync(700);
        await using var db = office.Db();
        await NoteSealOfLastAsync(db);

        Assert.NotEqual(0, await office.Services.GetRequiredService<Sealer>().SealAllAsync(CancellationToken.None));

        Assert.False(await Unsealed(db).AnyAsync());
    }

    [Fact]
    public async Task Verifying_tells_what_was_changed_deleted_or_taken_from_the_end()
    {
        await NoteAsync(5);
        await SealAsync();
        var head = (await VerifyAsync()).Head;
        await using var db = office.Db();
        var entry = await db.Audit.Where(row => row.OfficeId == officeId).OrderBy(static row => row.Position).FirstAsync();
        var last = await db.AuditSeals.AsNoTracking().OrderByDescending(static seal => seal.Number).FirstAsync();

        await SetTextAsync(db, entry.Position, "何もしていない。");
        Assert.Equal(["entry-changed"], await CodesAsync());
        await SetTextAsync(db, entry.Position, entry.Text);

        await db.AuditSeals.Where(seal => seal.EntryPosition == entry.Position).ExecuteUpdateAsync(static row => row.SetProperty(static seal => seal.EntryHash, "0"));
        Assert.Equal(["entry-changed", "link-broken"], await CodesAsync());
        var hash = entry.Hash();
        await db.AuditSeals.Where(seal => seal.EntryPosition == entry.Position).ExecuteUpdateAsync(row => row.SetProperty(static seal => seal.EntryHash, hash));

        await db.AuditSeals.Where(seal => seal.Number == last.Number).ExecuteDeleteAsync();
        await db.Audit.Where(row => row.Position == last.EntryPosition).ExecuteDeleteAsync();
        Assert.Empty(await CodesAsync());
        Assert.Equal(["head-differs"], await CodesAsync(head));
        db.AuditSeals.Add(last);
        await db.SaveChangesAsync();

        var whole = await VerifyAsync(head);
        Assert.True(whole.IsWhole);
        Assert.Equal(1, whole.Missing);
    }

    [Fact]
    public async Task Verifying_tells_that_sealing_stands_still()
    {
        await SealAsync();
        await NoteAsync(1);
        office.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(["sealing-late"], await CodesAsync());

        await SealAsync();
    }

    private async Task NoteAsync(int count)
    {
        await using var db = office.Db();
        for (var number = 0; number < count; number++)
        {
            db.Note(officeId, office.Clock.GetUtcNow(), "test-act", "test:1", "試しに行った。");
        }

        await db.SaveChangesAsync();
    }

    private async Task SealAsync()
    {
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        await office.Services.GetRequiredService<Sealer>().SealAllAsync(CancellationToken.None);
    }

    /// <summary>The last entry has its seal, and so the quick round looks only at what came shortly before it.</summary>
    private async Task NoteSealOfLastAsync(OfficeDb db)
    {
        var entry = await db.Audit.AsNoTracking().OrderByDescending(static row => row.Position).FirstAsync();
        var head = await db.AuditSeals.AsNoTracking().OrderByDescending(static seal => seal.Number).FirstOrDefaultAsync();
        db.AuditSeals.Add(AuditSeal.After(head, entry, office.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        await office.DrainAsync();
        Assert.True(await Unsealed(db).AnyAsync());
    }

    private Task<VerifyAudit.Report> VerifyAsync(string? noted = null) => VerifyAudit.HandleAsync(noted, office.Dbs, office.Clock, CancellationToken.None);

    private async Task<IEnumerable<string>> CodesAsync(string? noted = null) =>
        (await VerifyAsync(noted)).Flaws.Select(static flaw => flaw.Code).Order(StringComparer.Ordinal);

    private static IQueryable<AuditEntry> Unsealed(OfficeDb db)
    {
        var seals = db.AuditSeals;
        return db.Audit.Where(entry => !seals.Any(seal => seal.EntryPosition == entry.Position));
    }

    private static Task<int> SetTextAsync(OfficeDb db, long position, string text) =>
        db.Audit.Where(row => row.Position == position).ExecuteUpdateAsync(row => row.SetProperty(static entry => entry.Text, text));

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : SealerTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : SealerTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
