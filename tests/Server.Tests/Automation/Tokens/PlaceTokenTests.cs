using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Tests.Automation.Tokens;

/// <summary>Putting a place of a case elsewhere by hand: what it ends and begins is seen before, who and why is kept after.</summary>
public abstract class PlaceTokenTests(RunningOffice office)
{
    [Fact]
    public async Task I9_Token_moved_by_hand_with_a_preview_a_reason_and_the_state_before_and_after_in_the_audit()
    {
        var (cases, file, manager) = await InTheMiddleAsync();
        var browser = manager.Browser;
        await browser.GetAsync($"/cases/{file.Id}");
        var address = $"/cases/{file.Id}/tokens/{await TokenAsync(file.Id, "write")}";
        Assert.Contains($"href=\"{address}\"", browser.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await browser.GetAsync($"{address}?to=check"));
        Assert.Contains("終わるもの 「late」の時刻（令和8年1月20日(火) 09:00）を待つのをやめます。 作業「write」（職員Cさん）は終わります。書きかけの様式も使われません。", browser.Text, StringComparison.Ordinal);
        Assert.Contains("始まるもの 作業「check」ができます。", browser.Text, StringComparison.Ordinal);
        Assert.Equal(["write"], (await cases.OpenWorkAsync()).Select(static work => work.Name));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await browser.PostAsync($"{address}/placement", ("reason", " ")));
        Assert.Equal(HttpStatusCode.Redirect, await browser.PostAsync($"{address}/placement", ("reason", "紙で書いてあった")));

        Assert.Equal(["check"], (await cases.OpenWorkAsync()).Select(static work => work.Name));
        await using var db = cases.Db();
        Assert.Equal(0, await db.Timers.CountAsync(static timer => timer.State == TimerState.Armed));
        var note = await db.Audit.SingleAsync(static row => row.Act == "token-placed");
        Assert.Equal((manager.PersonId, (Guid?)file.Id), (note.PersonId, note.CaseId));
        Assert.Equal("案件を「write」から「check」へ手で置き直した。前: いまは「write」。 後: いまは「check」。", note.Text);
        await browser.GetAsync($"/cases/{file.Id}");
        Assert.Contains("「write」から「check」へ手で置き直しました。理由: 紙で書いてあった", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I9_What_the_engine_cannot_is_refused_with_a_sentence_and_nothing_happens()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("split", new Bpmn("split").Start().Fork("f").Work("a").Work("b").Fork("j").Work("c").End().Path("start", "f", "a", "j", "c", "end").Path("f", "b", "j"));
        var file = await cases.StartAsync("split");
        var manager = await Staff.JoinAsync(office, [Roles.Manager], cases.OfficeId);
        var address = $"/cases/{file.Id}/tokens/{await TokenAsync(file.Id, "a")}";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await manager.Browser.GetAsync($"{address}?to=c"));
        Assert.Contains("そこへ置き直すと、「j」で待ち合わせる相手が来ず、待ち続けます。", manager.Browser.Text, StringComparison.Ordinal);
        var (status, problem) = await (await ApiCaller.OfAsync(office, manager)).SendAsync($"/api/v1/cases/{file.Id}/tokens/{await TokenAsync(file.Id, "a")}/placement", new { to = "b", reason = "試し" });

        Assert.Equal((HttpStatusCode.Conflict, "open-split"), (status, problem.GetProperty("code").GetString()));
        Assert.Equal(["a", "b"], (await cases.OpenWorkAsync()).Select(static work => work.Name));
        await using var db = cases.Db();
        Assert.False(await db.Audit.AnyAsync(static row => row.Act == "token-placed"));
    }

    [Fact]
    public async Task I9_What_was_seen_before_the_case_went_on_is_shown_anew()
    {
        var (cases, file, manager) = await InTheMiddleAsync();
        var address = $"/cases/{file.Id}/tokens/{await TokenAsync(file.Id, "write")}";
        await manager.Browser.GetAsync($"{address}?to=check");
        Assert.IsType<Answers.Outcome<CaseFile>.Done>(await cases.FinishAsync((await cases.OpenWorkAsync())[0]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await manager.Browser.PostAsync($"{address}/placement", ("reason", "遅かった")));

        Assert.Contains("ご覧になってから案件が動きました。", manager.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(["check"], (await cases.OpenWorkAsync()).Select(static work => work.Name));
    }

    [Fact]
    public async Task What_was_stuck_is_put_past_it_and_its_incident_is_closed()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("sends", new Bpmn("sends").Start().Service("mail", "trouble=person").Work("after").End().Path("start", "mail", "after", "end"));
        var file = await cases.StartAsync("sends");
        await office.DrainAsync();
        var api = await ApiCaller.JoinAsync(office, Roles.Administrator, cases.OfficeId);
        var token = (await api.GetAsync($"/api/v1/cases/{file.Id}/tokens")).GetProperty("items")[0];
        var address = $"/api/v1/cases/{file.Id}/tokens/{token.GetProperty("id").GetString()}/placement";
        var preview = await api.GetAsync($"{address}?to=after");

        var (status, _) = await api.SendAsync(address, new { to = "after", reason = "電話で伝えた" });

        Assert.Equal(["作業「after」ができます。"], preview.GetProperty("begins").EnumerateArray().Select(static line => line.GetString()));
        Assert.Equal(HttpStatusCode.OK, status);
        await using var db = cases.Db();
        Assert.Equal((api.Staff.PersonId, nameof(Input.TokenPlaced)), await db.Incidents.Select(static row => new ValueTuple<Guid?, string?>(row.ClosedBy, row.Outcome)).SingleAsync());
    }

    [Theory]
    [InlineData(Roles.Specialist, true, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Auditor, true, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Manager, false, HttpStatusCode.NotFound)]
    public async Task Nobody_but_who_leads_puts_a_case_elsewhere(string role, bool isOfTheOffice, HttpStatusCode expected)
    {
        var (cases, file, _) = await InTheMiddleAsync();
        var person = await Staff.JoinAsync(office, [role], isOfTheOffice ? cases.OfficeId : null);

        Assert.Equal(expected, await person.Browser.GetAsync($"/cases/{file.Id}/tokens/{await TokenAsync(file.Id, "write")}?to=check"));
        Assert.Equal(expected, await person.PostUnaskedAsync("/cases", $"/cases/{file.Id}/tokens/{await TokenAsync(file.Id, "write")}/placement", ("to", "check")));
        await person.Browser.GetAsync($"/cases/{file.Id}");
        Assert.DoesNotContain("手で置き直す", person.Browser.Text, StringComparison.Ordinal);
    }

    /// <summary>A case with one step that somebody has and whose time is watched, and one after it.</summary>
    private async Task<(Cases Cases, CaseFile File, Staff Manager)> InTheMiddleAsync()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("middle", new Bpmn("middle").Start().Work("write").Boundary("late", "write", "P1D").Work("check").End().End("e2").Path("start", "write", "check", "end").Path("late", "e2"));
        var file = await cases.StartAsync("middle");
        var holder = await Staff.JoinAsync(office, [Roles.Specialist], cases.OfficeId, "職員C");
        await holder.Browser.TakeAsync((await cases.OpenWorkAsync())[0].Id);
        return (cases, file, await Staff.JoinAsync(office, [Roles.Manager], cases.OfficeId));
    }

    private async Task<string> TokenAsync(Guid caseId, string node)
    {
        await using var db = office.Db();
        var file = await db.Cases.SingleAsync(row => row.Id == caseId);
        return CaseFormat.Read(file.State).Tokens.Single(token => token.NodeId == node).Id;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PlaceTokenTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PlaceTokenTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
