using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Work;

/// <summary>Rows of the table of features, part C: how work changes hands.</summary>
public abstract class HandoverRowTests(RunningOffice office)
{
    [Fact]
    public async Task C2_Claim_and_release_a_lost_race_shows_who_and_when()
    {
        var desk = await Desk.NewAsync(office, "", Roles.Clerk);
        var item = await desk.StartAsync();
        var (one, two) = (await CallerAsync(desk, Roles.Clerk, "職員1"), await CallerAsync(desk, Roles.Clerk, "職員2"));

        var answers = await Task.WhenAll(one.SendAsync($"/api/v1/work/{item.Id}/claim", new { }), two.SendAsync($"/api/v1/work/{item.Id}/claim", new { }));

        var lost = Assert.Single(answers, static answer => answer.Status is HttpStatusCode.Conflict).Json;
        Assert.Equal("work-taken", lost.GetProperty("code").GetString());
        Assert.Equal(answers[0].Status is HttpStatusCode.OK ? "職員1" : "職員2", lost.GetProperty("by").GetString());
        Assert.Equal(office.Clock.GetUtcNow(), lost.GetProperty("since").GetDateTimeOffset());
    }

    [Fact]
    public async Task C3_Reassign_the_reason_is_mandatory_and_in_the_audit_and_the_history()
    {
        var desk = await Desk.NewAsync(office, "", Roles.Clerk);
        var item = await desk.StartAsync();
        var (manager, clerk) = (await CallerAsync(desk, Roles.Manager), await desk.JoinAsync(Roles.Clerk));

        var without = await manager.SendAsync($"/api/v1/work/{item.Id}/assignee", new { to = clerk.PersonId, reason = "　" });
        var with = await manager.SendAsync($"/api/v1/work/{item.Id}/assignee", new { to = clerk.PersonId, reason = "休みのため" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "reason-missing"), (without.Status, without.Json.GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.OK, with.Status);
        await using var db = desk.Cases.Db();
        Assert.Equal(manager.Staff.PersonId, (await db.Set<AuditEntry>().SingleAsync(entry => entry.Act == "work-reassigned")).PersonId);
        await clerk.Browser.GetAsync($"/cases/{item.CaseId}");
        Assert.Contains("理由: 休みのため", clerk.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C4_Delegation_the_delegate_prepares_and_it_returns_to_its_owner_who_finishes()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit", Roles.Clerk);
        var item = await desk.StartAsync();
        var (owner, helper) = (await desk.JoinAsync(Roles.Clerk, "持ち主"), await desk.JoinAsync(Roles.Assistant, "手伝い"));
        await owner.Browser.TakeAsync(item.Id);
        await owner.Browser.PostAsync($"/work/{item.Id}/draft", ("wishes", "書きかけ"));
        await owner.Browser.GetAsync($"/work/{item.Id}/delegation");
        await owner.Browser.PostAsync($"/work/{item.Id}/delegation", ("to", helper.PersonId.ToString()), ("reason", "場所を調べて"));

        await helper.Browser.GetAsync($"/work/{item.Id}");
        Assert.Equal("書きかけ", helper.Browser.ValueOf("wishes"));
        Assert.Contains("持ち主さんがあなたに準備を頼みました（頼むこと: 場所を調べて）。終えるのは持ち主さんです", helper.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await FinishAsync(helper, item));
        await helper.Browser.GetAsync($"/work/{item.Id}");
        await helper.Browser.PostAsync($"/work/{item.Id}/handback", ("place", "home"), ("wishes", "通いたい"), ("report", "居宅です"));

        Assert.Equal((owner.PersonId, null), ((await desk.ReloadAsync(item)).AssigneeId, (await desk.ReloadAsync(item)).OwnerId));
        await owner.Browser.GetAsync($"/work/{item.Id}");
        Assert.Equal(("home", "通いたい"), (owner.Browser.ValueOf("place"), owner.Browser.ValueOf("wishes")));
        Assert.Contains("準備が済んであなたに返りました（報告: 居宅です）", owner.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await owner.Browser.PostAsync($"/work/{item.Id}/completion"));
        Assert.Equal([WorkMoveKind.Claimed, WorkMoveKind.Delegated, WorkMoveKind.HandedBack], await MovesAsync(desk, item));
    }

    [Fact]
    public async Task C4_Delegation_the_owner_takes_it_back_and_the_delegate_has_it_no_more()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit", Roles.Clerk);
        var item = await desk.StartAsync();
        var (owner, helper) = (await CallerAsync(desk, Roles.Clerk), await CallerAsync(desk, Roles.Clerk));
        await owner.SendAsync($"/api/v1/work/{item.Id}/claim", new { });
        await owner.SendAsync($"/api/v1/work/{item.Id}/delegation", new { to = helper.Staff.PersonId, reason = "頼みます" });

        var mine = await owner.SendAsync($"/api/v1/work/{item.Id}/delegation/end", new { });
        var late = await helper.SendAsync($"/api/v1/work/{item.Id}/handback", new { reason = "できました" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (mine.Status, late.Status));
        Assert.Equal("work-taken", late.Json.GetProperty("code").GetString());
        Assert.Equal(owner.Staff.PersonId, (await desk.ReloadAsync(item)).AssigneeId);
    }

    [Theory]
    [InlineData("delegation/end")]
    [InlineData("assignee")]
    public async Task C4_Delegation_what_the_owner_had_typed_is_there_again_when_the_work_comes_back_unprepared(string way)
    {
        var desk = await Desk.NewAsync(office, "form=test-visit", Roles.Clerk);
        var item = await desk.StartAsync();
        var (owner, helper, lead) = (await CallerAsync(desk, Roles.Clerk), await CallerAsync(desk, Roles.Assistant), await CallerAsync(desk, Roles.Manager));
        await owner.Staff.Browser.TakeAsync(item.Id);
        await owner.Staff.Browser.PostAsync($"/work/{item.Id}/draft", ("wishes", "書きかけ"));
        await owner.SendAsync($"/api/v1/work/{item.Id}/delegation", new { to = helper.Staff.PersonId, reason = "頼みます" });

        var back = await (way is "assignee" ? lead : owner).SendAsync($"/api/v1/work/{item.Id}/{way}", new { to = owner.Staff.PersonId, reason = "急ぎのため" });

        Assert.Equal(HttpStatusCode.OK, back.Status);
        await owner.Staff.Browser.GetAsync($"/work/{item.Id}");
        Assert.Equal("書きかけ", owner.Staff.Browser.ValueOf("wishes"));
    }

    [Fact]
    public async Task C4_Delegation_the_delegate_keeps_what_they_had_typed_themselves_beside_what_the_owner_gives()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit", Roles.Clerk);
        var item = await desk.StartAsync();
        var (owner, helper) = (await CallerAsync(desk, Roles.Clerk), await CallerAsync(desk, Roles.Clerk));
        await helper.Staff.Browser.TakeAsync(item.Id);
        await helper.Staff.Browser.PostAsync($"/work/{item.Id}/draft", ("place", "home"), ("wishes", "前に聞いたこと"));
        await helper.SendAsync($"/api/v1/work/{item.Id}/release", new { });
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await owner.Staff.Browser.TakeAsync(item.Id);
        await owner.Staff.Browser.PostAsync($"/work/{item.Id}/draft", ("wishes", "通いたい"));
        await owner.SendAsync($"/api/v1/work/{item.Id}/delegation", new { to = helper.Staff.PersonId, reason = "頼みます" });

        await helper.Staff.Browser.GetAsync($"/work/{item.Id}");

        Assert.Equal(("home", "通いたい"), (helper.Staff.Browser.ValueOf("place"), helper.Staff.Browser.ValueOf("wishes")));
    }

    [Fact]
    public async Task C6_Excluded_who_made_it_does_not_check_it_and_does_not_know_of_it()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().Work("make").Work("check", "notBy=make").End().Path("start", "make", "check", "end"));
        var (maker, other, lead) = (await CallerAsync(desk, Roles.Clerk), await CallerAsync(desk, Roles.Clerk), await CallerAsync(desk, Roles.Manager));
        var made = await desk.StartAsync();
        await maker.SendAsync($"/api/v1/work/{made.Id}/completion", new { operationId = "made", values = new { } });
        var check = Assert.Single(await desk.Cases.OpenWorkAsync());

        foreach (var act in new[] { "claim", "release", "completion", "return", "assignee", "delegation", "delegation/end", "handback", "plan" })
        {
            var answer = await maker.SendAsync($"/api/v1/work/{check.Id}/{act}", new { operationId = "x", values = new { }, to = maker.Staff.PersonId, reason = "試し" });
            Assert.Equal((act, HttpStatusCode.NotFound), (act, answer.Status));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await maker.AskAsync($"/api/v1/work/{check.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, await maker.Staff.Browser.GetAsync($"/work/{check.Id}"));
        Assert.Empty((await maker.GetAsync("/api/v1/work")).GetProperty("items").EnumerateArray());
        await maker.Staff.Browser.GetAsync("/work?scope=all");
        Assert.DoesNotContain(check.Id.ToString(), maker.Staff.Browser.Html, StringComparison.Ordinal);
        Assert.Contains("すべて 0 件", maker.Staff.Browser.Text, StringComparison.Ordinal);
        var given = await lead.SendAsync($"/api/v1/work/{check.Id}/assignee", new { to = maker.Staff.PersonId, reason = "急ぎ" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "assignee-missing"), (given.Status, given.Json.GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await other.SendAsync($"/api/v1/work/{check.Id}/completion", new { operationId = "checked", values = new { } })).Status);
    }

    [Fact]
    public async Task C6_Excluded_who_prepared_it_and_handed_it_back_does_not_check_it_either()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().Work("make").Work("check", "notBy=make").End().Path("start", "make", "check", "end"));
        var (owner, helper, other) = (await CallerAsync(desk, Roles.Clerk), await CallerAsync(desk, Roles.Clerk), await CallerAsync(desk, Roles.Clerk));
        var made = await desk.StartAsync();
        await owner.SendAsync($"/api/v1/work/{made.Id}/claim", new { });
        await owner.SendAsync($"/api/v1/work/{made.Id}/delegation", new { to = helper.Staff.PersonId, reason = "下書きを" });
        Assert.Equal(HttpStatusCode.OK, (await helper.SendAsync($"/api/v1/work/{made.Id}/handback", new { reason = "できました" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await owner.SendAsync($"/api/v1/work/{made.Id}/completion", new { operationId = "made", values = new { } })).Status);
        var check = Assert.Single(await desk.Cases.OpenWorkAsync());

        foreach (var caller in new[] { owner, helper })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await caller.AskAsync($"/api/v1/work/{check.Id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await caller.SendAsync($"/api/v1/work/{check.Id}/completion", new { operationId = "checked", values = new { } })).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await other.SendAsync($"/api/v1/work/{check.Id}/completion", new { operationId = "checked", values = new { } })).Status);
    }

    [Fact]
    public async Task C6_Excluded_a_step_is_known_in_a_called_case_and_in_the_case_that_calls()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().Work("make").Call("call", "inner").Work("last", "notBy=check").End().Path("start", "make", "call", "last", "end"));
        await desk.Cases.PublishAsync("inner", new Bpmn("inner").Start().Work("check", "notBy=make").End().Path("start", "check", "end"));
        var (maker, checker, other) = (await CallerAsync(desk, Roles.Clerk), await CallerAsync(desk, Roles.Clerk), await CallerAsync(desk, Roles.Clerk));

        await CompleteAsync(desk, maker, await desk.StartAsync(), "make", excluded: null);
        await office.DrainAsync();
        await CompleteAsync(desk, checker, Assert.Single(await desk.Cases.OpenWorkAsync()), "check", excluded: maker);
        await office.DrainAsync();
        await CompleteAsync(desk, other, Assert.Single(await desk.Cases.OpenWorkAsync()), "last", excluded: checker);
    }

    [Fact]
    public async Task C17_Send_back_without_drawn_arrows_and_the_history_keeps_both_rounds()
    {
        var desk = await Desk.NewAsync(office, "");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var first = await desk.StartAsync();
        await clerk.Browser.TakeAsync(first.Id);
        await clerk.Browser.PostAsync($"/work/{first.Id}/completion");
        var after = Assert.Single(await desk.Cases.OpenWorkAsync());
        await clerk.Browser.TakeAsync(after.Id);
        await clerk.Browser.GetAsync($"/work/{after.Id}/return");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await clerk.Browser.PostAsync($"/work/{after.Id}/return", ("to", "task")));
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"/work/{after.Id}/return", ("reason", "日付が違う")));

        var again = Assert.Single(await desk.Cases.OpenWorkAsync());
        Assert.Equal("task", again.Name);
        await clerk.Browser.TakeAsync(again.Id);
        await clerk.Browser.PostAsync($"/work/{again.Id}/completion");
        await clerk.Browser.GetAsync($"/cases/{first.CaseId}");
        Assert.Contains("理由: 日付が違う", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(3, clerk.Browser.Text.Split("「task」を終えました", StringSplitOptions.None).Length);
    }

    [Fact]
    public async Task C27_An_act_reserved_by_law_is_prepared_by_an_assistant_and_finished_by_nobody_but_a_specialist()
    {
        var desk = await Desk.NewAsync(office, "form=test-explain");
        var item = await desk.StartAsync();
        var (specialist, assistant) = (await CallerAsync(desk, Roles.Specialist, "専門員"), await CallerAsync(desk, Roles.Assistant, "相談支援員"));
        await specialist.SendAsync($"/api/v1/work/{item.Id}/claim", new { });
        await AwayAsync(desk, specialist.Staff.PersonId, assistant.Staff.PersonId);

        var asSubstitute = await assistant.SendAsync($"/api/v1/work/{item.Id}/completion", Said("op-1"));
        var listed = await assistant.GetAsync("/api/v1/work?mine=true");
        await specialist.SendAsync($"/api/v1/work/{item.Id}/delegation", new { to = assistant.Staff.PersonId, reason = "下書きを" });
        var asDelegate = await assistant.SendAsync($"/api/v1/work/{item.Id}/completion", Said("op-2"));
        await assistant.Staff.Browser.GetAsync($"/work/{item.Id}");
        await assistant.Staff.Browser.PostAsync($"/work/{item.Id}/handback", ("said", "話す予定のこと"));
        await specialist.Staff.Browser.GetAsync($"/work/{item.Id}");

        Assert.Equal((HttpStatusCode.Forbidden, "act-reserved"), (asSubstitute.Status, asSubstitute.Json.GetProperty("code").GetString()));
        Assert.Empty(listed.GetProperty("items").EnumerateArray());
        Assert.Equal((HttpStatusCode.Forbidden, "act-reserved"), (asDelegate.Status, asDelegate.Json.GetProperty("code").GetString()));
        Assert.Equal("話す予定のこと", specialist.Staff.Browser.ValueOf("said"));
        Assert.Equal(HttpStatusCode.OK, (await specialist.SendAsync($"/api/v1/work/{item.Id}/completion", Said("op-3"))).Status);
        Assert.Equal(specialist.Staff.PersonId, (await desk.ReloadAsync(item)).FinishedById);
    }

    private static async Task CompleteAsync(Desk desk, ApiCaller caller, WorkItem item, string node, ApiCaller? excluded)
    {
        Assert.Equal(node, (await desk.ReloadAsync(item)).NodeId);
        if (excluded is not null)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await excluded.AskAsync($"/api/v1/work/{item.Id}")).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await caller.SendAsync($"/api/v1/work/{item.Id}/completion", new { operationId = node, values = new { } })).Status);
    }

    private static object Said(string operation) => new { operationId = operation, values = new { said = "話した" } };

    private static async Task<HttpStatusCode> FinishAsync(Staff staff, WorkItem item)
    {
        var forged = new Browser(staff.Http);
        await forged.ShowAsync(staff.Browser.Html.Replace("action=\"/sign-out\"", $"action=\"/work/{item.Id}/completion\"", StringComparison.Ordinal));
        return await forged.PostAsync($"/work/{item.Id}/completion", ("place", "home"), ("wishes", "通いたい"), ("operationId", "forged"));
    }

    private async Task AwayAsync(Desk desk, Guid person, Guid substitute)
    {
        await using var db = office.Db();
        var today = new DateOnly(2026, 1, 19);
        db.Add(new OfficeWorkflow.Server.People.Absences.Absence
        {
            Id = Guid.CreateVersion7(),
            OfficeId = desk.Cases.OfficeId,
            PersonId = person,
            SubstituteId = substitute,
            FromOn = today,
            UntilOn = today,
            SetBy = person,
            SetAt = office.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
    }

    private static async Task<IReadOnlyList<WorkMoveKind>> MovesAsync(Desk desk, WorkItem item)
    {
        await using var db = desk.Cases.Db();
        return await db.Set<WorkMove>().Where(move => move.WorkId == item.Id).OrderBy(static move => move.Id).Select(static move => move.Kind).ToListAsync();
    }

    private Task<ApiCaller> CallerAsync(Desk desk, string role, string name = "職員") => ApiCaller.JoinAsync(office, role, desk.Cases.OfficeId, name);

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : HandoverRowTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : HandoverRowTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
