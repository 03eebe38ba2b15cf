using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Tests.Automation.Running;

public abstract class TimerTests(RunningOffice server)
{
    [Fact]
    [Trait("Trap", "9")]
    public async Task A_timer_that_came_due_while_nobody_looked_fires_once_and_says_that_it_is_late()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("wait", new Bpmn("wait").Start().Work("do").Boundary("late", "do", "PT1H").End().End("gone")
            .Path("start", "do", "end").Path("late", "gone"));
        var file = await cases.StartAsync("wait");
        server.Clock.Advance(TimeSpan.FromDays(3));

        await Task.WhenAll(server.DrainAsync(), server.DrainAsync());

        await using var db = cases.Db();
        var timer = Assert.Single(await db.Timers.ToListAsync());
        Assert.Equal((TimerState.Fired, true), (timer.State, timer.IsLate));
        Assert.Equal(CaseStatus.Completed, (await cases.FileAsync(file.Id)).Status);
        Assert.Equal([1, 2], await db.History.Select(static entry => entry.Number).Order().ToListAsync());
        Assert.Equal(71 * 3600, await db.History.MaxAsync(static entry => entry.LateBySeconds));
    }

    [Fact]
    [Trait("Trap", "9")]
    public async Task D2_After_an_outage_of_three_days_each_due_timer_fires_once_and_is_marked_late()
    {
        // A late timer waits until the office opens: after three days and two hours it is a Thursday at eleven.
        server.Clock.MoveTo(ManualClock.FirstDay);
        var before = await Cases.NewAsync(server);
        await before.PublishAsync("wait", new Bpmn("wait").Start().Work("do").Boundary("hour", "do", "PT1H", isInterrupting: false).Repeating("daily", "do", "R/P1D")
            .Boundary("later", "do", "P4D", isInterrupting: false).End().End("told").Path("start", "do", "end").Path("hour", "told").Path("daily", "told").Path("later", "told"));
        await before.StartAsync("wait");
        await before.StartAsync("wait");

        server.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(2));
        await server.RestartAsync();
        await server.DrainAsync();
        await server.RestartAsync();
        await server.DrainAsync();

        await using var db = before.Db();
        var timers = await db.Timers.Where(static timer => timer.CaseId != null).ToListAsync();
        Assert.Equal(["daily True", "daily True", "hour True", "hour True"], Of(TimerState.Fired, static timer => $"{timer.NodeId} {timer.IsLate}"));
        Assert.Equal(["daily", "daily", "later", "later"], Of(TimerState.Armed, static timer => timer.NodeId));
        Assert.All(timers.Where(static timer => timer.State is TimerState.Armed), timer => Assert.True(timer.DueAt > server.Clock.GetUtcNow()));
        Assert.Equal(4, await db.History.CountAsync(static entry => entry.Told == nameof(Input.TimerFired) && entry.LateBySeconds > 0));

        IEnumerable<string> Of(TimerState state, Func<TimerEntry, string> line) => timers.Where(timer => timer.State == state).Select(line).Order(StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Trap", "9")]
    public async Task Timers_of_one_case_that_come_at_one_moment_fire_in_the_order_in_which_they_were_armed()
    {
        var cases = await Cases.NewAsync(server);
        string[] armed = [.. Enumerable.Range(1, 12).Select(static number => string.Create(CultureInfo.InvariantCulture, $"call-{number:00}"))];
        var drawing = armed.Aggregate(
            new Bpmn("calls").Start().Work("do").End().Path("start", "do", "end"),
            static (drawing, call) => drawing.Boundary(call, "do", "PT1H", isInterrupting: false).End($"{call}-end").Path(call, $"{call}-end"));
        await cases.PublishAsync("calls", drawing);
        await cases.StartAsync("calls");

        server.Clock.Advance(TimeSpan.FromHours(1));
        await server.DrainAsync();

        await using var db = cases.Db();
        var told = await db.History.Where(static entry => entry.Told == nameof(Input.TimerFired)).OrderBy(static entry => entry.Number).ToListAsync();
        var nodes = (await db.Timers.ToListAsync()).ToDictionary(static timer => timer.TimerId!, static timer => timer.NodeId, StringComparer.Ordinal);
        Assert.Equal(armed, told.Select(entry => nodes[entry.About!]));
    }

    [Fact]
    public async Task A_timer_of_finished_work_never_fires()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("wait", new Bpmn("wait").Start().Work("do").Boundary("late", "do", "PT1H").End().End("gone")
            .Path("start", "do", "end").Path("late", "gone"));
        await cases.StartAsync("wait");

        await cases.FinishAsync(Assert.Single(await cases.OpenWorkAsync()));
        server.Clock.Advance(TimeSpan.FromDays(1));
        await server.DrainAsync();

        await using var db = cases.Db();
        Assert.Equal(TimerState.Disarmed, Assert.Single(await db.Timers.ToListAsync()).State);
    }

    [Fact]
    [Trait("Trap", "9")]
    [Trait("Element", "Timer start (date, cycle)")]
    public async Task A_procedure_that_starts_by_the_clock_starts_at_each_time_and_once_for_those_missed()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("monthly", new Bpmn("monthly").Start(cycle: "R/2026-01-01T09:00:00+09:00/P1M").Work("round").End()
            .Path("start", "round", "end"));
        server.Clock.MoveTo(new DateTimeOffset(2100, 2, 1, 9, 0, 0, TimeSpan.FromHours(9)));

        await server.DrainAsync();
        var atFirst = await cases.AllAsync();
        server.Clock.Advance(TimeSpan.FromDays(28));
        await server.DrainAsync();

        Assert.Single(atFirst);
        Assert.Equal(2, (await cases.AllAsync()).Count);
        await using var db = cases.Db();
        var next = Assert.Single(await db.Timers.Where(static timer => timer.State == TimerState.Armed).ToListAsync());
        Assert.Equal(new DateTimeOffset(2100, 4, 1, 9, 0, 0, TimeSpan.FromHours(9)), next.DueAt);
    }

    [Fact]
    public async Task A_new_version_takes_over_the_clock_of_the_old_one()
    {
        var cases = await Cases.NewAsync(server);
        var start = server.Clock.GetUtcNow();
        await cases.PublishAsync("daily", new Bpmn("daily").Start(cycle: "R/P1D").Work("old").End().Path("start", "old", "end"));
        await cases.PublishAsync("daily", new Bpmn("daily").Start(cycle: "R/P1D").Work("new").End().Path("start", "new", "end"));

        server.Clock.MoveTo(start + TimeSpan.FromDays(1));
        await server.DrainAsync();

        Assert.Equal(["new"], (await cases.OpenWorkAsync()).Select(static work => work.Name));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : TimerTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : TimerTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
