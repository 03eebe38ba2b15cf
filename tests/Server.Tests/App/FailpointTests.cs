using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.App.Rehearsing;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App;

public sealed class FailpointTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("failpoint-").FullName;
    private readonly List<string> deaths = [];

    [Fact]
    public void There_are_points_before_and_after_each_kind_of_commit_and_each_send()
    {
        var told = typeof(OfficeWorkflow.Workflows.Running.Input).GetNestedTypes().Length;

        Assert.Equal((told + 6) * 2, Failpoint.Names.Count);
        Assert.True(Failpoint.Names.Count >= 20);
    }

    [Fact]
    public async Task A_normal_start_ignores_it()
    {
        await using var server = new Started(new RunningOffice.OnSqlite { Settings = { ["OFFICE_FAILPOINT"] = "before:other" } });

        var office = await server.Office.NewOfficeAsync();

        Assert.NotEqual(Guid.Empty, office);
        Assert.Empty(server.Office.Services.GetServices<IInterceptor>());
        Assert.DoesNotContain(server.Office.Services.GetServices<Performer>(), static performer => performer is FailingPerformer);
    }

    [Fact]
    public async Task A_rehearsal_has_it_on_its_commits_and_on_every_performer()
    {
        await using var server = new Started(new RunningOffice.RehearsalOnSqlite { Settings = { ["OFFICE_FAILPOINT"] = "after:cancelled" } });

        Assert.Equal(2, server.Office.Services.GetServices<IInterceptor>().Count());
        Assert.Contains(server.Office.Services.GetServices<Performer>(), static performer => performer is FailingPerformer);
    }

    [Fact]
    public void A_name_that_there_is_not_stops_the_start() =>
        Assert.Throws<InvalidOperationException>(static () => Failpoint.Read("before:nothing"));

    [Theory]
    [InlineData("before:other", 0)]
    [InlineData("after:other", 1)]
    public async Task It_strikes_on_its_side_of_the_commit(string name, int committed)
    {
        var dbs = await OpenAsync(name);
        await using var db = dbs.Open(new Scope.System("test"));
        db.Set<OfficeFile>().Add(new OfficeFile { Id = Guid.CreateVersion7(), Name = "相談支援事業所S", Number = "1234567890" });

        await Assert.ThrowsAsync<OperationCanceledException>(() => db.SaveChangesAsync());

        Assert.Equal([name], deaths);
        await using var after = dbs.Open(new Scope.System("test"));
        Assert.Equal(committed, after.Set<OfficeFile>().Count());
    }

    [Theory]
    [InlineData("before:work-finished")]
    [InlineData("before:message-kept")]
    public async Task It_knows_what_is_committed(string name)
    {
        var dbs = await OpenAsync(name);
        await using var db = dbs.Open(new Scope.System("test"));
        if (name == "before:message-kept")
        {
            db.Set<Message>().Add(new Message
            {
                OfficeId = Guid.CreateVersion7(),
                Id = "m",
                Name = "m",
                Key = "",
                Variables = "{}",
                ArrivedAt = ManualClock.FirstDay,
                ExpiresAt = ManualClock.FirstDay,
            });
        }
        else
        {
            db.Set<HistoryEntry>().Add(new HistoryEntry
            {
                CaseId = Guid.CreateVersion7(),
                OfficeId = Guid.CreateVersion7(),
                Number = 1,
                At = ManualClock.FirstDay,
                Told = "WorkFinished",
                Events = "[]",
            });
        }

        await Assert.ThrowsAsync<OperationCanceledException>(() => db.SaveChangesAsync());

        Assert.Equal([name], deaths);
    }

    [Fact]
    public async Task It_strikes_at_the_time_that_is_asked_for()
    {
        var dbs = await OpenAsync("before:claim#2");
        await using var db = dbs.Open(new Scope.System("test"));
        await db.InTransactionAsync(static _ => Task.FromResult(0), CancellationToken.None);

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => db.InTransactionAsync(static _ => Task.FromResult(0), CancellationToken.None));

        Assert.Single(deaths);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>A database whose failpoint throws where it would kill the process.</summary>
    private async Task<OfficeDbs> OpenAsync(string name)
    {
        var file = Path.Combine(data, "office.db");
        await Migrating.HandleAsync(new OfficeDbs(Database.Sqlite(file, [])), CancellationToken.None);
        var failpoint = Failpoint.Read(name, () =>
        {
            deaths.Add(name);
            throw new OperationCanceledException();
        })!;
        return new OfficeDbs(Database.Sqlite(file, [new FailingCommits(failpoint), new FailingClaims(failpoint)]));
    }

    /// <summary>A running office of one test.</summary>
    private sealed class Started : IAsyncDisposable
    {
        public Started(RunningOffice office)
        {
            Office = office;
            office.InitializeAsync().GetAwaiter().GetResult();
        }

        public RunningOffice Office { get; }

        public async ValueTask DisposeAsync() => await Office.DisposeAsync();
    }
}
