using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Storage.Backups;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Storage;

public abstract class BackupTests(RunningOffice office) : IAsyncLifetime
{
    private readonly string place = Directory.CreateTempSubdirectory("backup-").FullName;

    protected string Place => place;

    [Fact]
    public async Task What_was_there_at_the_moment_comes_back_whole_with_its_keys()
    {
        var cases = await CasesAsync();
        var file = await cases.StartAsync("one");
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(office.DataDirectory, "keys")).FullName, "guest"), "k1");
        var backup = await MakeAsync();
        await cases.StartAsync("one");

        var empty = await EmptyAsync();
        var restored = Assert.IsType<Outcome<BackupManifest>.Done>(await Restore.HandleAsync(backup, empty, place, CancellationToken.None)).Value;

        await using var db = new OfficeDbs(empty).Open(new Scope.CaseOffice(cases.OfficeId));
        Assert.Equal([file.Id], await db.Cases.Select(static row => row.Id).ToListAsync());
        Assert.Equal((await cases.FileAsync(file.Id)).State, (await db.Cases.SingleAsync()).State);
        Assert.Equal("k1", await File.ReadAllTextAsync(Path.Combine(place, "keys", "guest")));
        Assert.True(restored.Rows["cases"] >= 1);
        Assert.Equal((await db.Database.GetAppliedMigrationsAsync()).Max(StringComparer.Ordinal), restored.SchemaStep);
    }

    [Fact]
    public async Task It_is_made_while_others_write()
    {
        var cases = await CasesAsync();
        using var stop = new CancellationTokenSource();
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
            {
                // SQLite never yields by itself.
                await Task.Yield();
                await cases.StartAsync("one");
            }
        }));

        var backup = await MakeAsync();
        await stop.CancelAsync();
        await writing;

        Assert.IsType<Outcome<BackupManifest>.Done>(await Restore.HandleAsync(backup, await EmptyAsync(), place, CancellationToken.None));
    }

    [Fact]
    public async Task A_place_with_data_is_never_overwritten()
    {
        await CasesAsync();
        var backup = await MakeAsync();

        var refused = await Restore.HandleAsync(backup, office.Dbs.Database, place, CancellationToken.None);

        Assert.Equal("database-not-empty", Assert.IsType<Outcome<BackupManifest>.Refused>(refused).Refusal.Code);
    }

    [Theory]
    [InlineData("office.")]
    [InlineData("backup.json")]
    public async Task A_damaged_backup_is_refused_before_anything_is_written(string damaged)
    {
        await CasesAsync();
        var backup = await MakeAsync();
        await using (var zip = await ZipFile.OpenAsync(backup, ZipArchiveMode.Update))
        {
            var entry = zip.Entries.First(entry => entry.FullName.StartsWith(damaged, StringComparison.Ordinal));
            await using var content = await entry.OpenAsync();
            content.Position = damaged is "office." ? content.Length / 2 : 0;
            content.Write("damage"u8);
        }

        var empty = await EmptyAsync();
        var refused = await Restore.HandleAsync(backup, empty, place, CancellationToken.None);

        Assert.Equal("backup-broken", Assert.IsType<Outcome<BackupManifest>.Refused>(refused).Refusal.Code);
        Assert.Equal("backup-broken", Assert.IsType<Outcome<BackupManifest>.Refused>(
            await Restore.HandleAsync(Path.Combine(place, "nothing.zip"), empty, place, CancellationToken.None)).Refusal.Code);
    }

    [Fact]
    public async Task I14_Backup_a_drill_brings_it_back_elsewhere_looks_at_it_and_leaves_nothing_behind()
    {
        var cases = await CasesAsync();
        await cases.StartAsync("one");
        var backup = await MakeAsync();
        var seen = 0;

        var drill = await Drill.HandleAsync(
            backup,
            office.Dbs.Database,
            async dbs =>
            {
                await using var db = dbs.Open(new Scope.CaseOffice(cases.OfficeId));
                seen = await db.Cases.CountAsync();
                return ["found"];
            },
            CancellationToken.None);

        Assert.Equal(["found"], Assert.IsType<Outcome<(BackupManifest Manifest, IReadOnlyList<string> Findings)>.Done>(drill).Value.Findings);
        Assert.Equal(1, seen);
        Assert.Single(await cases.AllAsync());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(place, recursive: true);
        return Task.CompletedTask;
    }

    protected abstract Task<Database> EmptyAsync();

    private async Task<string> MakeAsync() => Assert.IsType<Outcome<(string File, BackupManifest Manifest)>.Done>(
        await Backup.HandleAsync(office.Dbs.Database, office.DataDirectory, place, office.Clock, CancellationToken.None)).Value.File;

    private async Task<Cases> CasesAsync()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("one", new Bpmn("one").Start().Work("do").End().Path("start", "do", "end"));
        return cases;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : BackupTests(office), IClassFixture<RunningOffice.OnSqlite>
    {
        protected override Task<Database> EmptyAsync() => Task.FromResult(Database.Sqlite(Path.Combine(Place, "restored.db"), []));
    }

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : BackupTests(office), IClassFixture<RunningOffice.OnPostgres>
    {
        protected override async Task<Database> EmptyAsync() => Database.Postgres(await Postgres.NewDatabaseAsync(), []);
    }
}
