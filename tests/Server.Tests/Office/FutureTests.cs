using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Cases.Future;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>What is to come: seen before, changed by who may, and come as it was seen.</summary>
public abstract class FutureTests(RunningOffice office)
{
    [Fact]
    public async Task D11_What_the_forecast_says_is_what_the_clock_brings_in_ninety_days()
    {
        var (story, _) = await Waiting.ForDecisionAsync(office);
        await story.StartAsync("monitoring", ("month", OfficeWorkflow.Workflows.Model.Value.Of(new DateOnly(2026, 1, 1))));
        await using var db = story.Circle.Db();
        var begun = office.Clock.GetUtcNow();
        var forecast = await story.Circle.Get<Forecast>().HandleAsync(db, CancellationToken.None);

        await office.UntilAsync(begun.AddDays(Forecast.Days));

        var fired = await db.Timers.Where(timer => timer.State == TimerState.Fired && timer.EndedAt > begun).ToListAsync();
        Assert.Equal(
            fired.Where(static timer => timer.CaseId is not null || timer.ProcedureKey is not null).Select(timer => Line(timer.EndedAt!.Value, timer.NodeId)).Order(StringComparer.Ordinal),
            forecast.Lines.Where(static line => line.IsTimer).Select(line => Line(line.At, line.NodeId)).Order(StringComparer.Ordinal));
        Assert.True(fired.Count > 5, $"{fired.Count}");
    }

    [Fact]
    public async Task D9_The_office_sees_what_is_to_come_and_the_case_its_own_part_of_it()
    {
        var (story, file) = await Waiting.ForConsentAsync(office);
        var manager = await Staff.JoinAsync(office, [Roles.Manager], story.Circle.OfficeId);

        await manager.Browser.GetAsync("/forecast");
        Assert.Contains("「3営業日ごとに3回まで」の時刻になります。", manager.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("令和8年1月22日(木)", manager.Browser.Text, StringComparison.Ordinal);
        await manager.Browser.GetAsync($"/cases/{file.Id}");
        Assert.Contains("令和8年1月22日(木) 09:00 「3営業日ごとに3回まで」", manager.Browser.Text, StringComparison.Ordinal);

        var stranger = await Staff.JoinAsync(office, [Roles.Manager]);
        await stranger.Browser.GetAsync("/forecast");
        Assert.DoesNotContain("3営業日ごとに3回まで", stranger.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D9_Who_leads_sets_a_moment_to_another_date_with_a_reason_and_it_is_kept()
    {
        var (story, file) = await Waiting.ForConsentAsync(office);
        var manager = await Staff.JoinAsync(office, [Roles.Manager], story.Circle.OfficeId);
        var address = $"/cases/{file.Id}/timers/{await TimerAsync(story, file)}";
        await manager.Browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await manager.Browser.PostAsync(address, ("date", "R8.1.1"), ("reason", "")));
        Assert.Contains("いまより後の、10年以内の日時にしてください。", manager.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await manager.Browser.PostAsync(address, ("date", "R8.1.29"), ("time", "10時"), ("reason", "家族が留守のため")));

        await office.UntilAsync(CircleOfA.Tokyo(1, 29, 9));
        Assert.DoesNotContain("consent-reminder", await story.MailedAsync());
        await office.UntilAsync(CircleOfA.Tokyo(1, 29, 10));
        Assert.Contains("consent-reminder", await story.MailedAsync());
        await using var db = story.Circle.Db();
        var note = await db.Audit.SingleAsync(static row => row.Act == "timer-set");
        Assert.Equal((manager.PersonId, (Guid?)file.Id), (note.PersonId, note.CaseId));
        manager = await Staff.SignInAsync(office, manager.PersonId, manager.OfficeId, manager.Mail);
        await manager.Browser.GetAsync($"/cases/{file.Id}");
        Assert.Contains("の時刻を令和8年1月29日(木) 10:00に変えました。理由: 家族が留守のため", manager.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await manager.Browser.GetAsync(address));
    }

    [Theory]
    [InlineData(Roles.Specialist, true)]
    [InlineData(Roles.Manager, false)]
    public async Task Nobody_else_changes_it(string role, bool isOfTheOffice)
    {
        var (story, file) = await Waiting.ForConsentAsync(office);
        var person = await Staff.JoinAsync(office, [role], isOfTheOffice ? story.Circle.OfficeId : null);

        Assert.NotEqual(HttpStatusCode.OK, await person.Browser.GetAsync($"/cases/{file.Id}/timers/{await TimerAsync(story, file)}"));
    }

    private static async Task<Guid> TimerAsync(ShippedStory story, CaseFile file)
    {
        await using var db = story.Circle.Db();
        return (await db.Timers.SingleAsync(timer => timer.CaseId == file.Id && timer.NodeId == "consent-reminder" && timer.State == TimerState.Armed)).Id;
    }

    private static string Line(DateTimeOffset at, string node) =>
        string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(at, WorkCalendar.Tokyo):MM-dd HH:mm} {node}");

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : FutureTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : FutureTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
