using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Demo;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation;

public abstract class CasePagesTests(RunningOffice office)
{
    [Fact]
    public async Task I2_A_person_starts_a_procedure_for_a_client_and_reads_its_story_and_where_it_stands_in_the_diagram_and_as_a_sentence()
    {
        var (staff, client) = await ArriveAsync(Roles.Specialist);

        await staff.Browser.GetAsync("/cases/new");
        var started = await staff.Browser.PostAsync("/cases", ("subject", client.ToString()), ("procedure", "walk"));
        await staff.Browser.FollowAsync();

        Assert.Equal(HttpStatusCode.Redirect, started);
        Assert.Contains("利用者A", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("いまは「visit」", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("「walk」を始めました。", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("data-current=\"visit\"", staff.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_without_a_client_says_so_and_keeps_the_procedure_chosen()
    {
        var (staff, _) = await ArriveAsync(Roles.Specialist);

        await staff.Browser.GetAsync("/cases/new");
        var answer = await staff.Browser.PostAsync("/cases", ("subject", ""), ("procedure", "walk"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer);
        Assert.Contains("利用者を選んでください。", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Equal("walk", staff.Browser.ValueOf("procedure"));
    }

    [Fact]
    public async Task A_cancellation_shows_what_ends_asks_for_a_reason_and_stays_in_the_story()
    {
        var (staff, client) = await ArriveAsync(Roles.Manager);
        await staff.Browser.GetAsync("/cases/new");
        await staff.Browser.PostAsync("/cases", ("subject", client.ToString()), ("procedure", "walk"));
        var address = staff.Browser.Location!;

        await staff.Browser.GetAsync(address + "/cancellation");
        Assert.Contains("作業「visit」は終わります。", staff.Browser.Text, StringComparison.Ordinal);
        var without = await staff.Browser.PostAsync(address + "/cancellation", ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without);
        var with = await staff.Browser.PostAsync(address + "/cancellation", ("reason", "転居のため"));
        await staff.Browser.FollowAsync();

        Assert.Equal(HttpStatusCode.Redirect, with);
        Assert.Contains("理由: 転居のため", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("作業「visit」は中止しました。", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_cancels_too_late_reads_who_was_faster_and_a_reason_that_is_too_long_is_not_lost()
    {
        var (staff, client) = await ArriveAsync(Roles.Manager);
        await staff.Browser.GetAsync("/cases/new");
        await staff.Browser.PostAsync("/cases", ("subject", client.ToString()), ("procedure", "walk"));
        var address = staff.Browser.Location!;
        var faster = await Staff.JoinAsync(office, [Roles.Manager], staff.OfficeId, "管理者F");
        var reason = new string('長', 1_001);

        await staff.Browser.GetAsync(address + "/cancellation");
        var refused = await staff.Browser.PostAsync(address + "/cancellation", ("reason", reason));
        var typed = staff.Browser.ValueOf("reason");
        await faster.Browser.GetAsync(address + "/cancellation");
        await faster.Browser.PostAsync(address + "/cancellation", ("reason", "転居のため"));
        var late = await staff.Browser.PostAsync(address + "/cancellation", ("reason", "取り下げのため"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, reason), (refused, typed));
        Assert.Equal(HttpStatusCode.Conflict, late);
        Assert.Contains("管理者Fさんの操作で終わっています", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{address}\"", staff.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_counts_what_it_shows_and_narrows_by_client_state_and_procedure()
    {
        var (staff, client) = await ArriveAsync(Roles.Specialist);
        await staff.Browser.GetAsync("/cases");
        Assert.Contains("案件はまだありません。", staff.Browser.Text, StringComparison.Ordinal);
        await staff.Browser.GetAsync("/cases/new");
        await staff.Browser.PostAsync("/cases", ("subject", client.ToString()), ("procedure", "walk"));

        await staff.Browser.GetAsync($"/cases?subject={client}&status=Open&procedure=walk");
        Assert.Contains("全1件のうち1件", staff.Browser.Text, StringComparison.Ordinal);
        await staff.Browser.GetAsync($"/cases?q={Uri.EscapeDataString("ＷＡＬＫ")}");
        Assert.Contains("全1件のうち1件", staff.Browser.Text, StringComparison.Ordinal);
        await staff.Browser.GetAsync("/cases?status=Completed");
        Assert.Contains("条件に合う案件はありません。", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_from_another_office_and_one_who_may_not_cancel_are_turned_away()
    {
        var (staff, client) = await ArriveAsync(Roles.Specialist);
        await staff.Browser.GetAsync("/cases/new");
        await staff.Browser.PostAsync("/cases", ("subject", client.ToString()), ("procedure", "walk"));
        var address = staff.Browser.Location!;
        var stranger = await Staff.JoinAsync(office, [Roles.Manager]);

        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync(address));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync(address + "/cancellation"));
        Assert.NotEqual(HttpStatusCode.OK, await staff.Browser.GetAsync(address + "/cancellation"));
    }

    [Fact]
    public async Task A_procedure_shows_its_versions_and_gives_its_file_byte_for_byte()
    {
        var (staff, _) = await ArriveAsync(Roles.Auditor);

        await staff.Browser.GetAsync("/procedures");
        Assert.Contains("walk", staff.Browser.Text, StringComparison.Ordinal);
        await staff.Browser.GetAsync("/procedures/walk");
        Assert.Contains("第1版", staff.Browser.Text, StringComparison.Ordinal);
        var file = await staff.Http.GetStringAsync(new Uri("/procedures/walk/versions/1.bpmn", UriKind.Relative));
        Assert.Equal(Walk.ToString(), file);
        Assert.Equal(HttpStatusCode.NotFound, await staff.Browser.GetAsync("/procedures/walk/versions/2.bpmn"));
    }

    private static Bpmn Walk => new Bpmn("walk").Start().Work("visit").End().Path("start", "visit", "end");

    private async Task<(Staff Staff, Guid Client)> ArriveAsync(string role)
    {
        var staff = await Staff.JoinAsync(office, [role]);
        await new Support.Cases(office, staff.OfficeId).PublishAsync("walk", Walk);
        await using var db = office.Db(new Scope.CaseOffice(staff.OfficeId));
        new DemoLedger(db, staff.OfficeId, office.Clock.GetUtcNow()).Add(staff.PersonId, staff.PersonId);
        await db.SaveChangesAsync();

        return (staff, await db.Clients.Where(static client => client.Name == "利用者A").Select(static client => client.Id).SingleAsync());
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : CasePagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : CasePagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
