using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Jobs;

public abstract class HousekeepingTests(RunningOffice office)
{
    private readonly CountingJob job = new($"counting-{Guid.CreateVersion7():N}");

    [Fact]
    public async Task A_job_runs_when_it_is_due_and_not_before()
    {
        var keeping = Node();

        await keeping.RunDueAsync(CancellationToken.None);
        Assert.Equal(0, job.Count);
        office.Clock.MoveTo((await keeping.NextDueAsync(CancellationToken.None))!.Value);
        await keeping.RunDueAsync(CancellationToken.None);
        await keeping.RunDueAsync(CancellationToken.None);

        var run = Assert.Single(await RunsAsync());
        Assert.Equal((1, false, "1回目です。", null), (job.Count, run.IsLate, run.Told, run.Trouble));
        Assert.Equal(TimeSpan.FromHours(21), run.DueAt.TimeOfDay);
    }

    [Fact]
    public async Task Many_nodes_that_are_woken_at_one_moment_run_it_once()
    {
        await Node().RunDueAsync(CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromDays(1));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Node().RunDueAsync(CancellationToken.None))));

        Assert.Equal(1, job.Count);
        Assert.Single(await RunsAsync());
    }

    [Fact]
    public async Task What_was_missed_runs_once_and_is_marked_late()
    {
        await Node().RunDueAsync(CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromDays(10));

        await Node().RunDueAsync(CancellationToken.None);
        await Node().RunDueAsync(CancellationToken.None);

        Assert.True(Assert.Single(await RunsAsync()).IsLate);
    }

    [Fact]
    public async Task A_run_whose_node_died_is_taken_over_when_its_lease_has_ended()
    {
        await Node().RunDueAsync(CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await using (var db = office.Db())
        {
            var state = await db.JobStates.SingleAsync(row => row.Job == job.Key);
            var now = office.Clock.GetUtcNow();
            db.JobRuns.Add(new JobRun { Job = job.Key, DueAt = state.NextDueAt, StartedAt = now, IsLate = false, LeasedUntil = now.AddMinutes(30), Fence = 1 });
            state.NextDueAt = now.AddDays(1);
            await db.SaveChangesAsync();
        }

        await Node().RunDueAsync(CancellationToken.None);
        Assert.Equal(0, job.Count);
        office.Clock.Advance(TimeSpan.FromMinutes(31));
        await Node().RunDueAsync(CancellationToken.None);

        var run = Assert.Single(await RunsAsync());
        Assert.Equal((1, 2), (job.Count, run.Fence));
        Assert.NotNull(run.EndedAt);
    }

    [Fact]
    public async Task A_run_that_fails_says_so_and_the_next_comes_at_its_time()
    {
        job.Instead = static () => throw new InvalidOperationException("test");
        await Node().RunDueAsync(CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await Node().RunDueAsync(CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await Node().RunDueAsync(CancellationToken.None);

        Assert.Equal([nameof(InvalidOperationException), null], (await RunsAsync()).Select(static run => run.Trouble));
    }

    [Fact]
    public async Task I12_Health_says_that_the_calendar_stands_still()
    {
        await Node().RunDueAsync(CancellationToken.None);
        using var client = office.Client();
        office.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(11));

        using var late = await client.GetAsync(new Uri("/health", UriKind.Relative));
        var said = await late.Content.ReadAsStringAsync();
        await Node().RunDueAsync(CancellationToken.None);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, late.StatusCode);
        Assert.Contains("\"calendar\"", said, StringComparison.Ordinal);
        await using var db = office.Db();
        await db.JobStates.Where(state => state.Job == job.Key).ExecuteDeleteAsync();
    }

    private Housekeeping Node() => new([job], office.Dbs, office.Clock, NullLogger<Housekeeping>.Instance);

    private async Task<List<JobRun>> RunsAsync()
    {
        await using var db = office.Db();
        await db.JobStates.Where(state => state.Job == job.Key).ExecuteDeleteAsync();
        return await db.JobRuns.AsNoTracking().Where(run => run.Job == job.Key).OrderBy(static run => run.DueAt).ToListAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : HousekeepingTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : HousekeepingTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
