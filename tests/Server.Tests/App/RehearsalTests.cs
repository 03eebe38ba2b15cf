using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.App;
using OfficeWorkflow.Server.App.Rehearsing;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Tests.App;

public abstract class RehearsalTests(RunningOffice server)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task Moving_the_clock_by_thirty_days_sends_each_reminder_once_at_its_own_time_and_in_office_hours()
    {
        var cases = await Cases.NewAsync(server);
        await server.Services.GetRequiredService<PrepareOffices>().HandleAsync(cases.OfficeId, CancellationToken.None);
        await cases.PublishAsync("ask", new Bpmn("ask").Start().Work("answer").Repeating("again", "answer", "repeat working days(2, 3)")
            .Service("remind").End().End("told").Path("start", "answer", "end").Path("again", "remind", "told"));
        var file = await cases.StartAsync("ask");

        var moved = await server.Services.GetRequiredService<Rehearsal>().HandleAsync("P30D", CancellationToken.None);

        Assert.True(Assert.IsType<Outcome<DateTimeOffset>.Done>(moved).Value >= Start + TimeSpan.FromDays(30));
        await using var db = cases.Db();
        var fired = await db.Timers.Where(timer => timer.State == TimerState.Fired && timer.CaseId == file.Id).OrderBy(static timer => timer.DueAt).ToListAsync();
        var sent = await db.Outbox.Where(entry => entry.CaseId == file.Id).OrderBy(static entry => entry.WrittenAt).ToListAsync();
        Assert.Equal(
            ["2026-01-21T09:00", "2026-01-23T09:00", "2026-01-27T09:00"],
            fired.Select(static timer => TimeZoneInfo.ConvertTime(timer.EndedAt!.Value, WorkCalendar.Tokyo).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)));
        Assert.All(fired, static timer => Assert.False(timer.IsLate));
        Assert.All(sent, static entry => Assert.Equal(OutboxState.Done, entry.State));
        Assert.Equal(3, sent.Count);
    }

    [Theory]
    [InlineData("P0D")]
    [InlineData("-P1D")]
    [InlineData("tomorrow")]
    [InlineData("P2Y")]
    [InlineData(null)]
    public async Task A_clock_is_not_moved_backward_or_into_the_unreadable(string? advance)
    {
        var answer = await server.Services.GetRequiredService<Rehearsal>().HandleAsync(advance, CancellationToken.None);

        Assert.Equal("advance-unreadable", Assert.IsType<Outcome<DateTimeOffset>.Refused>(answer).Refusal.Code);
    }

    public sealed class OnSqlite(RunningOffice.RehearsalOnSqlite office) : RehearsalTests(office), IClassFixture<RunningOffice.RehearsalOnSqlite>;

    public sealed class OnPostgres(RunningOffice.RehearsalOnPostgres office)
        : RehearsalTests(office), IClassFixture<RunningOffice.RehearsalOnPostgres>;
}
