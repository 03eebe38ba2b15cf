using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Automation.Work.Lists;
using OfficeWorkflow.Server.Automation.Work.Load;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Tests.Automation.Work;

/// <summary>Rows of the table of features, part C: lists of work.</summary>
public abstract partial class ListRowTests(RunningOffice office)
{
    [Fact]
    public async Task C1_Inbox_each_scopes_count_equals_its_list_whatever_it_is_narrowed_to()
    {
        var desk = await Desk.NewAsync(office, "dueAt==date(2026, 1, 1)", Roles.Clerk);
        var clerk = await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId);
        for (var number = 0; number < 6; number++)
        {
            var item = await desk.StartAsync(number % 2 == 0 ? "山田" : "佐藤");
            if (number < 4)
            {
                await clerk.SendAsync($"/api/v1/work/{item.Id}/claim", new { });
            }

            if (number == 1)
            {
                await clerk.SendAsync($"/api/v1/work/{item.Id}/plan", new { followUpOn = "R8.2.1" });
            }

            if (number == 2)
            {
                await clerk.SendAsync($"/api/v1/work/{item.Id}/completion", new { operationId = "op", values = new { } });
            }
        }

        foreach (var filter in new[] { WorkFilter.None, WorkFilter.None with { Q = "山田" }, WorkFilter.None with { Step = "desk/task" }, WorkFilter.None with { Who = "none", Sort = "client" } })
        {
            foreach (var scope in Enum.GetValues<InboxScope>())
            {
                var model = await ListAsync(clerk.Staff, new ListWork.Query(scope, filter, null));
                Assert.Equal((scope, filter, model.Lines.Count), (scope, filter, model.Total));
            }
        }

        var counts = (await ListAsync(clerk.Staff, new ListWork.Query(InboxScope.Mine, WorkFilter.None, null))).Counts;
        Assert.Equal(
            (2, 1, 3, 0, 6, 5, 1),
            (counts[InboxScope.Mine], counts[InboxScope.Later], counts[InboxScope.Roles], counts[InboxScope.Waiting], counts[InboxScope.All], counts[InboxScope.Overdue], counts[InboxScope.Done]));
    }

    [Fact]
    public async Task N5_What_is_finished_is_gone_in_the_very_next_query_and_what_it_opened_is_there()
    {
        var desk = await Desk.NewAsync(office, "", Roles.Clerk);
        var callers = new List<(ApiCaller Caller, List<Guid> Work)>();
        for (var number = 0; number < 4; number++)
        {
            callers.Add((await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId), [(await desk.StartAsync()).Id, (await desk.StartAsync()).Id, (await desk.StartAsync()).Id]));
        }

        await Task.WhenAll(callers.Select(static one => FinishAndLookAsync(one.Caller, one.Work)));

        static async Task FinishAndLookAsync(ApiCaller caller, List<Guid> work)
        {
            foreach (var id in work)
            {
                var (status, finished) = await caller.SendAsync($"/api/v1/work/{id}/completion", new { operationId = $"op-{id}" });
                Assert.Equal(HttpStatusCode.OK, status);
                var open = (await caller.AskAsync("/api/v1/work?state=open")).Json.GetProperty("items").EnumerateArray().ToList();
                Assert.DoesNotContain(open, item => item.GetProperty("id").GetGuid() == id);
                Assert.Single(open, item => item.GetProperty("caseId").GetGuid() == finished.GetProperty("caseId").GetGuid());
                await caller.Staff.Browser.GetAsync("/work?scope=all&q=task");
                Assert.DoesNotContain($"/work/{id}\"", caller.Staff.Browser.Html, StringComparison.Ordinal);
                await caller.Staff.Browser.GetAsync("/work?scope=done");
                Assert.Contains($"/work/{id}\"", caller.Staff.Browser.Html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task C7_Due_and_follow_up_date_what_is_put_off_leaves_today_but_not_what_is_overdue()
    {
        var desk = await Desk.NewAsync(office, "dueAt==date(2026, 1, 1)", Roles.Clerk);
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.TakeAsync(item.Id);
        await clerk.Browser.GetAsync($"/work/{item.Id}/plan");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await clerk.Browser.PostAsync($"/work/{item.Id}/plan", ("followUpOn", "R8.1.19")));
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"/work/{item.Id}/plan", ("followUpOn", "R8.1.26")));

        foreach (var (scope, isThere) in new[] { ("mine", false), ("later", true), ("overdue", true), ("all", true) })
        {
            await clerk.Browser.GetAsync($"/work?scope={scope}");
            Assert.Equal((scope, isThere), (scope, clerk.Browser.Html.Contains(item.Id.ToString(), StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_due_date_is_changed_only_with_a_reason_that_the_history_keeps()
    {
        var desk = await Desk.NewAsync(office, "dueAt==date(2026, 1, 30)", Roles.Clerk);
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.TakeAsync(item.Id);
        await clerk.Browser.GetAsync($"/work/{item.Id}/plan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await clerk.Browser.PostAsync($"/work/{item.Id}/plan", ("dueOn", "R8.2.3")));
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"/work/{item.Id}/plan", ("reason", "先方の都合"), ("priority", "High")));

        var changed = await desk.ReloadAsync(item);
        Assert.Equal((new DateTimeOffset(2026, 2, 3, 18, 0, 0, TimeSpan.FromHours(9)), WorkPriority.High), (changed.DueAt, changed.Priority));
        await clerk.Browser.GetAsync($"/cases/{item.CaseId}");
        Assert.Contains("令和8年1月30日(金) 18:00から令和8年2月3日(火) 18:00へ。理由: 先方の都合", clerk.Browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("due")]
    [InlineData("priority")]
    [InlineData("client")]
    public async Task C8_Priority_and_stable_cursor_paging_no_row_is_seen_twice_or_missed_while_others_work(string sort)
    {
        var desk = await Desk.NewAsync(office, "dueAt==date(2026, 1, 30)");
        var clerk = await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId);
        var all = new List<Guid>();
        for (var number = 0; number < (ListWork.PageSize * 2) + 5; number++)
        {
            var item = await desk.StartAsync($"利用者{number % 7}");
            all.Add(item.Id);
            if (number % 10 == 0)
            {
                await clerk.SendAsync($"/api/v1/work/{item.Id}/claim", new { });
                await clerk.SendAsync($"/api/v1/work/{item.Id}/plan", new { priority = "High" });
            }
        }

        var seen = new List<WorkLine>();
        string? after = null;
        do
        {
            var page = await ListAsync(clerk.Staff, new ListWork.Query(InboxScope.All, WorkFilter.None with { Sort = sort }, after));
            seen.AddRange(page.Lines);
            await clerk.SendAsync($"/api/v1/work/{seen[^1].Id}/completion", new { operationId = $"op-{seen.Count}", values = new { } });
            after = page.Next is null ? null : Uri.UnescapeDataString(Cursor().Match(page.Next).Groups["after"].Value);
        }
        while (after is not null);

        Assert.Equal(all.Order(), seen.Where(static line => line.Name == "task").Select(static line => line.Id).Order());
        Assert.Equal(sort == "priority", seen.Take(10).All(static line => line.Priority is WorkPriority.High));
    }

    [Fact]
    public async Task C10_Named_saved_filters_are_shared_survive_a_renamed_step_and_say_what_is_gone()
    {
        var desk = await Desk.NewAsync(office, "");
        var (owner, other, stranger) = (await desk.JoinAsync(Roles.Clerk), await desk.JoinAsync(Roles.Clerk), await Staff.JoinAsync(office, [Roles.Clerk]));
        var item = await desk.StartAsync();
        await owner.Browser.GetAsync("/work?scope=all&step=desk/task");
        await owner.Browser.PostAsync("/work/filters", ("name", "みんなの訪問"), ("isShared", "true"));
        var address = owner.Browser.Location!;
        await desk.Cases.PublishAsync("desk", new Bpmn("desk").Start().Work("task", name: "改名した訪問").End().Path("start", "task", "end"));

        await other.Browser.GetAsync("/work");
        Assert.Contains(address, other.Browser.Html, StringComparison.Ordinal);
        await other.Browser.GetAsync(address);
        await other.Browser.FollowAsync();
        Assert.Contains(item.Id.ToString(), other.Browser.Html, StringComparison.Ordinal);
        Assert.Contains("改名した訪問（desk）", other.Browser.Text, StringComparison.Ordinal);
        await desk.Cases.PublishAsync("desk", new Bpmn("desk").Start().Work("other").End().Path("start", "other", "end"));
        await other.Browser.GetAsync(address);
        await other.Browser.FollowAsync();

        Assert.Contains("条件の作業「desk/task」は、手続きのいまの版にはありません", other.Browser.Text, StringComparison.Ordinal);
        Assert.Contains(item.Id.ToString(), other.Browser.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync(address));
        await other.Browser.GetAsync("/work");
        Assert.DoesNotContain($"{address}/removal", other.Browser.Html, StringComparison.Ordinal);
        await owner.Browser.GetAsync("/work");
        await owner.Browser.PostAsync($"{address}/removal");
        Assert.Equal(HttpStatusCode.NotFound, await other.Browser.GetAsync(address));
    }

    [Theory]
    [InlineData("ﾔﾏﾀﾞ")]
    [InlineData("やまだ")]
    [InlineData("ヤマダ")]
    [InlineData("髙山")]
    [InlineData("𠮷")]
    [InlineData("ｔａｓｋ")]
    public async Task C11_Search_finds_kanji_by_their_letters_and_by_their_reading(string search)
    {
        var desk = await Desk.NewAsync(office, "about=ヤマダ", Roles.Clerk);
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync("髙山𠮷");

        await clerk.Browser.GetAsync($"/work?scope=all&q={Uri.EscapeDataString(search)}");

        Assert.Contains(item.Id.ToString(), clerk.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C11_Lists_are_narrowed_by_client_month_step_and_whom_one_waits_for()
    {
        var desk = await Desk.NewAsync(office, "dueAt==date(2026, 2, 10)", Roles.Clerk);
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var (mine, free) = (await desk.StartAsync("利用者A"), await desk.StartAsync("利用者B"));
        await clerk.Browser.TakeAsync(mine.Id);

        foreach (var (filter, shows) in new (string, Guid[])[]
        {
            ("month=2026-02", [mine.Id, free.Id]), ("month=2026-03", []), ($"who={clerk.PersonId}", [mine.Id]), ("who=none", [free.Id]),
            ("who=role:clerk", [free.Id]), ("step=desk/task", [mine.Id, free.Id]), ("step=desk/after", []), ("procedure=desk", [mine.Id, free.Id]), ("subject=nobody", []),
        })
        {
            await clerk.Browser.GetAsync($"/work?scope=all&{filter}");
            Assert.Equal((filter, string.Join(',', shows.Order())), (filter, string.Join(',', new[] { mine.Id, free.Id }.Where(id => clerk.Browser.Html.Contains($"data-work=\"{id}\"", StringComparison.Ordinal)).Order())));
        }
    }

    [Fact]
    public async Task What_I_wait_for_from_others_is_what_they_have_of_cases_that_I_started_and_what_they_prepare_for_me()
    {
        var desk = await Desk.NewAsync(office, "", Roles.Clerk);
        var (me, other) = (await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId), await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId));
        var (_, started) = await me.SendAsync("/api/v1/cases", new { procedure = "desk" });
        var theirs = Assert.Single(await desk.Cases.OpenWorkAsync());
        await other.SendAsync($"/api/v1/work/{theirs.Id}/claim", new { });
        var mine = await desk.StartAsync();
        await me.SendAsync($"/api/v1/work/{mine.Id}/claim", new { });
        await me.SendAsync($"/api/v1/work/{mine.Id}/delegation", new { to = other.Staff.PersonId, reason = "頼みます" });

        var waiting = await ListAsync(me.Staff, new ListWork.Query(InboxScope.Waiting, WorkFilter.None, null));

        Assert.Equal(started.GetProperty("id").GetGuid(), theirs.CaseId);
        Assert.Equal(new[] { theirs.Id, mine.Id }.Order(), waiting.Lines.Select(static line => line.Id).Order());
    }

    [Fact]
    public async Task What_I_wait_for_from_others_is_also_the_work_of_a_case_that_mine_called_until_it_has_ended()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().Call("part", "called").End().Path("start", "part", "end"));
        await desk.Cases.PublishAsync("called", new Bpmn("called").Start().Work("first").Work("second").End().Path("start", "first", "second", "end"));
        var (me, stranger) = (await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId), await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId));
        await me.SendAsync("/api/v1/cases", new { procedure = "desk" });
        await office.DrainAsync();
        var first = Assert.Single(await desk.Cases.OpenWorkAsync());

        var before = await ListAsync(me.Staff, new ListWork.Query(InboxScope.Waiting, WorkFilter.None, null));
        await desk.Cases.FinishAsync(first);
        var after = await ListAsync(me.Staff, new ListWork.Query(InboxScope.Waiting, WorkFilter.None, null));
        var nothing = await ListAsync(stranger.Staff, new ListWork.Query(InboxScope.Waiting, WorkFilter.None, null));

        Assert.Equal("first", Assert.Single(before.Lines).Name);
        Assert.Equal("second", Assert.Single(after.Lines).Name);
        Assert.Empty(nothing.Lines);
    }

    [Fact]
    public async Task C25_Team_workload_sums_equal_the_inbox()
    {
        var desk = await Desk.NewAsync(office, "dueAt==date(2026, 1, 22)", Roles.Clerk);
        var (one, lead) = (await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId, "受け持つ人"), await ApiCaller.JoinAsync(office, Roles.Manager, desk.Cases.OfficeId));
        for (var number = 0; number < 7; number++)
        {
            var item = await desk.StartAsync();
            if (number < 3)
            {
                await one.SendAsync($"/api/v1/work/{item.Id}/claim", new { });
            }

            if (number == 0)
            {
                await one.SendAsync($"/api/v1/work/{item.Id}/plan", new { dueOn = "R8.2.3", reason = "延ばす" });
            }
        }

        await using var db = office.Db(new Scope.Person(lead.Staff.PersonId, lead.Staff.OfficeId));
        var viewer = ViewerOf(lead.Staff, Roles.Manager);
        var load = await ShowLoad.HandleAsync(viewer, db, office.Services.GetRequiredService<WorkDesk>(), CancellationToken.None);
        var inbox = await ListWork.HandleAsync(new ListWork.Query(InboxScope.All, WorkFilter.None, null), null, viewer, db, office.Services.GetRequiredService<WorkDesk>(), CancellationToken.None);

        Assert.Equal((inbox.Counts[InboxScope.All], inbox.Counts[InboxScope.Overdue]), (load.Total.Open, load.Total.Overdue));
        Assert.Equal((7, 6, 1), (load.Lines.Sum(static line => line.Open), load.Total.Due[0], load.Total.Due[2]));
        Assert.Equal((3, 2), (load.Lines.Single(static line => line.Name == "受け持つ人").Open, load.Lines.Single(static line => line.Name == "受け持つ人").Due[0]));
        Assert.All(load.Lines.Append(load.Total), static line => Assert.Equal(line.Open, line.Overdue + line.Due.Sum() + line.Later));
        await lead.Staff.Browser.GetAsync($"/work/load/{one.Staff.PersonId}");
        Assert.Contains("止まる案件（7件）", lead.Staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("「事務員」の役割があるのは、この方だけです", lead.Staff.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await one.Staff.Browser.GetAsync($"/work/load/{one.Staff.PersonId}"));
    }

    private async Task<ListWork.Model> ListAsync(Staff staff, ListWork.Query query)
    {
        await using var db = office.Db(new Scope.Person(staff.PersonId, staff.OfficeId));
        return await ListWork.HandleAsync(query, finished: null, ViewerOf(staff, Roles.Clerk), db, office.Services.GetRequiredService<WorkDesk>(), CancellationToken.None);
    }

    private static Viewer ViewerOf(Staff staff, string role) => new(staff.PersonId, "職員", staff.OfficeId, "事業所", [role]);

    [GeneratedRegex("after=(?<after>[^&]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cursor();

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ListRowTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ListRowTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
