using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Tests.Automation.Running;

/// <summary>What the engine decides, seen where people see it: in rows, in the inbox, in the story of a case.</summary>
public abstract class ExecutionRowTests(RunningOffice office)
{
    [Fact]
    public async Task B3_Event_gateway_an_answer_and_the_end_of_the_wait_at_one_moment_lead_one_way_and_never_both()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("ask", new Bpmn("ask").Start().Race("first").Receive("hear", "answered", "=clientId").Wait("week", "P7D").Work("thank").Work("call")
            .Path("start", "first", "hear", "thank").Path("first", "week", "call"));
        string[] clients = [.. Enumerable.Range(0, 20).Select(static number => $"c{number}")];
        foreach (var client in clients)
        {
            await cases.StartAsync("ask", Client(client));
        }

        office.Clock.Advance(TimeSpan.FromDays(7));
        await Task.WhenAll([office.DrainAsync(), .. clients.Select(client => cases.DeliverAsync("answered", client, $"m-{client}"))]);
        await office.DrainAsync();

        var work = await cases.OpenWorkAsync();
        Assert.Equal(clients.Length, work.Select(static item => item.CaseId).Distinct().Count());
        Assert.Equal(clients.Length, work.Count);
        await using var db = cases.Db();
        Assert.Empty(await db.Subscriptions.ToListAsync());
        Assert.Empty(await db.Timers.Where(static timer => timer.State == TimerState.Armed).ToListAsync());
        Assert.Equal(
            work.Count(static item => item.Name is "thank"),
            await db.Messages.CountAsync(static message => message.State == MessageState.Delivered));
    }

    [Fact]
    public async Task B4_Boundary_event_without_interrupting_fires_while_the_task_stays_open_and_can_be_taken_and_finished()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("home", new Bpmn("home").Start().Work("visit").Boundary("late", "visit", "P3D", isInterrupting: false).Work("chase").Work("after").Lane(Roles.Clerk, "visit")
            .Path("start", "visit", "after").Path("late", "chase"));
        await cases.StartAsync("home");
        var before = Assert.Single(await cases.OpenWorkAsync());

        office.Clock.Advance(TimeSpan.FromDays(3));
        await office.DrainAsync();
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], cases.OfficeId);
        await clerk.Browser.GetAsync($"/work/{before.Id}");
        var claimed = await clerk.Browser.PostAsync($"/work/{before.Id}/claim");
        await clerk.Browser.FollowAsync();

        Assert.Equal(HttpStatusCode.Redirect, claimed);
        Assert.Equal(["chase", "visit"], (await cases.OpenWorkAsync()).Select(static item => item.Name));
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"/work/{before.Id}/completion"));
        Assert.Equal(["after", "chase"], (await cases.OpenWorkAsync()).Select(static item => item.Name));
    }

    [Fact]
    public async Task B5_Repeating_timer_reminds_every_three_days_three_times_and_no_more_once_the_work_is_done()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("wait", new Bpmn("wait").Start().Work("answer").Repeating("remind", "answer", "R3/P3D").Service("mail").End().End("mailed").Path("start", "answer", "end").Path("remind", "mail", "mailed"));
        await cases.StartAsync("wait");
        var finished = await cases.StartAsync("wait");
        await office.UntilAsync(office.Clock.GetUtcNow().AddDays(4));
        await cases.FinishAsync((await cases.OpenWorkAsync()).Single(work => work.CaseId == finished.Id));

        await office.UntilAsync(office.Clock.GetUtcNow().AddDays(30));

        await using var db = cases.Db();
        var reminders = await db.History.Where(static entry => entry.Told == nameof(Input.TimerFired)).ToListAsync();
        Assert.Equal((3, 1), (reminders.Count(entry => entry.CaseId != finished.Id), reminders.Count(entry => entry.CaseId == finished.Id)));
        Assert.Equal("answer", Assert.Single(await cases.OpenWorkAsync()).Name);
    }

    [Fact]
    public async Task B6_Event_subprocess_a_withdrawal_ends_all_that_is_under_way_once_however_often_it_is_told()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("plan", new Bpmn("plan").Start().Fork("fork").Work("visit").Boundary("late", "visit", "P3D").Work("write").Receive("hear", "answered", "=clientId").Instead("close", "withdrawn", "=clientId")
            .Path("start", "fork", "visit").Path("fork", "write").Path("fork", "hear").Path("late", "write"));
        var file = await cases.StartAsync("plan", Client("c1"));

        var told = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => cases.DeliverAsync("withdrawn", "c1", "m1")));
        await office.DrainAsync();

        Assert.All(told, static answer => Assert.IsType<Outcome<MessageState>.Done>(answer));
        var close = Assert.Single(await cases.OpenWorkAsync());
        Assert.Equal("close", close.Name);
        await using var db = cases.Db();
        Assert.Equal([WorkEnd.NotNeeded, WorkEnd.NotNeeded], await db.Work.Where(static work => work.EndedAt != null).Select(static work => work.End!.Value).ToListAsync());
        Assert.Empty(await db.Subscriptions.ToListAsync());
        Assert.Empty(await db.Timers.Where(static timer => timer.State == TimerState.Armed).ToListAsync());
        await cases.FinishAsync(close);
        Assert.Equal(CaseStatus.Completed, (await cases.FileAsync(file.Id)).Status);
    }

    [Fact]
    public async Task B7_Multi_instance_nobody_is_passed_straight_and_twenty_are_twenty_works()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("each", new Bpmn("each").Start().ForEach("ask", "=people").Work("after").Path("start", "ask", "after"));

        var none = await cases.StartAsync("each", People(0));
        var many = await cases.StartAsync("each", People(20));

        var work = (await cases.OpenWorkAsync()).ToLookup(static item => item.CaseId, static item => item.Name);
        Assert.Equal(["after"], work[none.Id]);
        Assert.Equal(Enumerable.Repeat("ask", 20), work[many.Id]);
    }

    [Fact]
    public async Task B8_Completion_condition_two_of_five_end_the_other_three_and_their_history_says_no_longer_needed()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("each", new Bpmn("each").Start().ForEach("ask", "=people", until: "numberOfCompletedInstances >= 2").Work("after").Path("start", "ask", "after"));
        var file = await cases.StartAsync("each", People(5));
        foreach (var work in (await cases.OpenWorkAsync()).Take(2))
        {
            await cases.FinishAsync(work);
        }

        Assert.Equal("after", Assert.Single(await cases.OpenWorkAsync()).Name);
        await using var db = cases.Db();
        Assert.Equal(3, await db.Work.CountAsync(static work => work.End == WorkEnd.NotNeeded));
        var staff = await Staff.JoinAsync(office, [Roles.Specialist], cases.OfficeId);
        await staff.Browser.GetAsync($"/cases/{file.Id}");
        Assert.Equal(4, staff.Browser.Text.Split("作業「ask」は要らなくなりました。").Length);
    }

    [Fact]
    public async Task B10_Error_end_that_nobody_catches_is_an_incident_with_its_text()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("plan", new Bpmn("plan").Start().Work("ask").Error("refused", "契約不成立").Path("start", "ask", "refused"));
        await cases.StartAsync("plan");

        await cases.FinishAsync(Assert.Single(await cases.OpenWorkAsync()));

        await using var db = cases.Db();
        var incident = Assert.Single(await db.Incidents.ToListAsync());
        Assert.Equal((IncidentKind.StuckToken, "error-uncaught", "refused"), (incident.Kind, incident.Code, incident.NodeId));
        var manager = await Staff.JoinAsync(office, [Roles.Manager], cases.OfficeId);
        await manager.Browser.GetAsync("/incidents");
        Assert.Contains(incident.Reason, manager.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("契約不成立", incident.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B12_Message_correlation_of_a_hundred_cases_that_wait_only_the_addressed_one_moves()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("wait", new Bpmn("wait").Start().Receive("hear", "answered", "=clientId").End().Path("start", "hear", "end"));
        for (var number = 0; number < 100; number++)
        {
            await cases.StartAsync("wait", Client($"c{number}"));
        }

        await cases.DeliverAsync("answered", "c57", "m1");
        await office.DrainAsync();

        var moved = Assert.Single(await cases.AllAsync(), static file => file.Revision != 1);
        Assert.Equal(("c57", CaseStatus.Completed), (moved.Subject, moved.Status));
    }

    [Fact]
    public async Task B13_Early_message_that_comes_before_the_case_waits_is_kept_for_its_key_and_consumed_once()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("wait", new Bpmn("wait").Start().Work("ask").Receive("hear", "answered", "=clientId").End().Path("start", "ask", "hear", "end"));
        foreach (var client in new[] { "other", "c1", "c1" })
        {
            await cases.StartAsync("wait", Client(client));
            office.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await cases.DeliverAsync("answered", "c1", "m1", KeyValuePair.Create("outcome", Value.Of("agreed")));
        foreach (var file in await cases.AllAsync())
        {
            await cases.FinishAsync((await cases.OpenWorkAsync()).Single(work => work.CaseId == file.Id));
            await office.DrainAsync();
        }

        var all = await cases.AllAsync();
        Assert.Equal([CaseStatus.Open, CaseStatus.Completed, CaseStatus.Open], all.Select(static file => file.Status));
        Assert.Equal(Value.Of("agreed"), (await cases.VariablesAsync(all[1].Id))["outcome"]);
    }

    [Fact]
    public async Task B22_Why_it_went_this_way_each_gateway_keeps_the_condition_as_written_what_it_read_and_what_came_out()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("decide", new Bpmn("decide").Start().Choose("which", "else").Work("grant").Work("refuse").Path("start", "which")
            .Way("else", "which", "refuse", "その他").Way("young", "which", "grant", "18歳未満", "age < 18"));
        var file = await cases.StartAsync("decide", KeyValuePair.Create("age", Value.Of(20m)), KeyValuePair.Create("name", Value.Of("関係のない値")));
        var caller = await ApiCaller.JoinAsync(office, Roles.Auditor, cases.OfficeId);

        var facts = (await caller.GetAsync($"/api/v1/cases/{file.Id}/history")).GetProperty("items")[0].GetProperty("facts").EnumerateArray();

        var chosen = Assert.Single(facts, static fact => fact.GetRawText().Contains("\"young\"", StringComparison.Ordinal));
        Assert.Equal("""[["young","age < 18",{"age":20},false]]""", Regex.Unescape(chosen[3].GetRawText()));
        Assert.Equal("""["else"]""", chosen[4].GetRawText());
        await caller.Staff.Browser.GetAsync($"/cases/{file.Id}");
        Assert.Contains("「which」で「その他」に進みました。（当てはまる条件なし／値：age は 20）", caller.Staff.Browser.Text, StringComparison.Ordinal);
    }

    private static KeyValuePair<string, Value> Client(string id) => KeyValuePair.Create("clientId", Value.Of(id));

    private static KeyValuePair<string, Value> People(int count) =>
        KeyValuePair.Create("people", Value.Of(Enumerable.Range(1, count).Select(static number => Value.Of((decimal)number))));

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ExecutionRowTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ExecutionRowTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
