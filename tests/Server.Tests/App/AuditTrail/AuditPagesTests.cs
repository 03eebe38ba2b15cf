using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App.AuditTrail;

public abstract class AuditPagesTests(RunningOffice office)
{
    [Theory]
    [InlineData(Roles.Auditor, HttpStatusCode.OK)]
    [InlineData(Roles.Manager, HttpStatusCode.OK)]
    [InlineData(Roles.Administrator, HttpStatusCode.OK)]
    [InlineData(Roles.Specialist, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Clerk, HttpStatusCode.Forbidden)]
    public async Task Only_who_may_inspect_reads_the_audit(string role, HttpStatusCode status)
    {
        var staff = await Staff.JoinAsync(office, [role]);

        Assert.Equal(status, await staff.Browser.GetAsync("/audit"));
    }

    [Fact]
    public async Task Opening_a_clients_page_is_written_down_with_who_and_when_and_is_found_by_person_client_act_and_day()
    {
        var scene = await LedgerScene.OpenAsync(office, officeId: await office.NewOfficeAsync());
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], scene.OfficeId, "事務員V");
        var auditor = await Staff.JoinAsync(office, [Roles.Auditor], scene.OfficeId, "監査人L");

        await clerk.Browser.GetAsync($"/clients/{scene.Client.Id}");
        await clerk.Browser.GetAsync($"/clients/{scene.Client.Id}/privacy");
        await clerk.Browser.GetAsync($"/clients/{Guid.CreateVersion7()}");

        // Both have signed in, too.
        Assert.Equal(4, await CountAsync(auditor, "/audit"));
        Assert.Contains("事務員V", auditor.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(auditor, $"/audit?person={clerk.PersonId}&client={scene.Client.Id}&act=client-opened&from=R8.1.19&to=R8.1.19"));
        Assert.Equal(1, await CountAsync(auditor, $"/audit?person={auditor.PersonId}&act=signed-in"));
        Assert.Equal(0, await CountAsync(auditor, $"/audit?person={auditor.PersonId}&act=client-opened"));
        Assert.Equal(0, await CountAsync(auditor, $"/audit?client={Guid.CreateVersion7()}"));
        Assert.Equal(0, await CountAsync(auditor, "/audit?from=R8.1.20"));
        Assert.Equal(4, await CountAsync(auditor, "/audit?from=きのう"));
        Assert.Contains("日付が読めない", auditor.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_reads_its_own_entries_only()
    {
        var theirs = await LedgerScene.OpenAsync(office, officeId: await office.NewOfficeAsync());
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], theirs.OfficeId);
        await clerk.Browser.GetAsync($"/clients/{theirs.Client.Id}");
        var manager = await Staff.JoinAsync(office, [Roles.Manager]);

        Assert.Equal(0, await CountAsync(manager, $"/audit?client={theirs.Client.Id}"));
    }

    [Fact]
    public async Task The_list_goes_on_where_the_page_before_ended()
    {
        var manager = await Staff.JoinAsync(office, [Roles.Manager]);
        await NoteAsync(manager.OfficeId, [.. Enumerable.Repeat("試しに行った。", 53)]);

        Assert.Equal(50, await CountAsync(manager, "/audit?act=test-act"));
        var next = Regex.Match(manager.Browser.Html, "rel=\"next\" href=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        Assert.Equal(3, await CountAsync(manager, WebUtility.HtmlDecode(next)));
    }

    [Fact]
    public async Task The_file_holds_what_was_asked_for_runs_no_formula_and_its_taking_is_written_down()
    {
        var manager = await Staff.JoinAsync(office, [Roles.Manager]);
        await NoteAsync(manager.OfficeId, ["=1+1", "＝cmd|'/c calc'!A0", " +1", "\"引用\"", "ふつうの文。"]);
        await manager.Browser.GetAsync("/audit?act=test-act");

        await manager.Browser.PostAsync("/lists/audit?act=test-act", ("as", "csv"));

        var lines = manager.Browser.Html.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(6, lines.Length);
        Assert.StartsWith("\"2026-01-19 09:00:00\",\"（自動）\",\"test-act\",\"'=1+1\",", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"'＝cmd|", lines[2], StringComparison.Ordinal);
        Assert.Contains("\"' +1\"", lines[3], StringComparison.Ordinal);
        Assert.Contains("\"\"\"引用\"\"\"", lines[4], StringComparison.Ordinal);
        await using var db = office.Db();
        Assert.Equal(1, await db.Audit.CountAsync(row => row.OfficeId == manager.OfficeId && row.Act == "list-taken" && row.About == "list:audit" && row.PersonId == manager.PersonId));
    }

    [Fact]
    public async Task The_button_says_whether_the_chain_holds()
    {
        var manager = await Staff.JoinAsync(office, [Roles.Manager]);
        await manager.Browser.GetAsync("/audit");

        await manager.Browser.PostAsync("/audit/verification", ("head", ""));
        Assert.Contains("異常なし", manager.Browser.Text, StringComparison.Ordinal);
        await manager.Browser.GetAsync("/audit");
        await manager.Browser.PostAsync("/audit/verification", ("head", "1:0000"));

        Assert.Contains("控えてあった値が", manager.Browser.Text, StringComparison.Ordinal);
    }

    private async Task NoteAsync(Guid officeId, IReadOnlyList<string> texts)
    {
        await using var db = office.Db();
        foreach (var text in texts)
        {
            db.Note(officeId, office.Clock.GetUtcNow(), "test-act", "test:1", text);
        }

        await db.SaveChangesAsync();
    }

    private static async Task<int> CountAsync(Staff staff, string path)
    {
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.GetAsync(path));
        return Regex.Count(staff.Browser.Html, "<td data-label=\"行為\">", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : AuditPagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : AuditPagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
