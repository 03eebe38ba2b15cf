using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Office.Demo;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App.OfficeSettings;

public abstract class RemoveDemoTests(RunningOffice office)
{
    [Fact]
    public async Task The_demo_office_goes_in_one_step_with_all_that_is_its_and_nothing_of_anybody_else_does()
    {
        var other = await Staff.JoinAsync(office, [Roles.Administrator]);
        await other.Browser.GetAsync("/settings");
        Assert.DoesNotContain("/settings/demo", other.Browser.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await other.Browser.GetAsync("/settings/demo"));
        var (demo, admin) = await EnterAsync("j@office-s.example.jp");
        var (_, worker) = await EnterAsync("x@office-s.example.jp");
        await StartAsync(worker);
        var before = await RowsAsync(other.OfficeId);
        Assert.Contains(await RowsAsync(demo), static row => row.StartsWith("cases ", StringComparison.Ordinal));
        await admin.GetAsync("/settings");
        Assert.Contains("/settings/demo", admin.Html, StringComparison.Ordinal);
        await admin.GetAsync("/settings/demo");
        Assert.Contains("案件1件を含む、デモの記録がすべて消えます", admin.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await admin.PostAsync("/settings/demo"));

        var link = Regex.Match(admin.Html, "/welcome/[A-Za-z0-9_-]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Empty(await RowsAsync(demo));
        Assert.Equal(before, await RowsAsync(other.OfficeId));
        await using (var db = office.Db())
        {
            var gone = DemoOffice.People.Select(static person => person.Mail).ToList();
            Assert.False(await db.People.AnyAsync(person => gone.Contains(person.Mail)));
            Assert.False(await db.Offices.AnyAsync(row => row.Id == demo));
        }

        Assert.Equal(HttpStatusCode.Redirect, await worker.GetAsync("/work"));
        Assert.False(await DemoOffice.SeedAsync(office.Dbs, office.Services.GetRequiredService<Password>(), office.Clock, CancellationToken.None));
        var first = new Browser(office.Client());
        Assert.Equal(HttpStatusCode.OK, await first.GetAsync(link));
        Assert.Equal(HttpStatusCode.OK, await other.Browser.GetAsync("/work"));
    }

    private async Task<(Guid Office, Browser Browser)> EnterAsync(string mail)
    {
        var browser = new Browser(office.Client());
        await browser.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.Redirect, await browser.PostAsync("/sign-in", ("mail", mail), ("password", DemoOffice.DemoPassword)));
        await using var db = office.Db();
        var id = await (from person in db.People join role in db.PersonRoles on person.Id equals role.PersonId where person.Mail == mail select role.OfficeId).FirstAsync();
        return (id, browser);
    }

    private static async Task StartAsync(Browser worker)
    {
        await worker.GetAsync("/cases/new");
        var client = Regex.Match(worker.Html, "<option value=\"([0-9a-f-]{36})\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        Assert.Equal(HttpStatusCode.Redirect, await worker.PostAsync("/cases", ("subject", client), ("procedure", "plan-creation")));
    }

    /// <summary>How many rows of an office each table has, where it has any.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "EF1002", Justification = "Names of tables come from the model.")]
    private async Task<IReadOnlyList<string>> RowsAsync(Guid officeId)
    {
        await using var db = office.Db();
        var counts = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Where(static entity => typeof(IOfficeRow).IsAssignableFrom(entity.ClrType)).Select(static entity => entity.GetTableName()!).Order(StringComparer.Ordinal))
        {
            var count = await db.Database.SqlQueryRaw<int>($"SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM {table} WHERE office_id = {{0}}", officeId).SingleAsync();
            if (count > 0)
            {
                counts.Add($"{table} {count}");
            }
        }

        return counts;
    }

    /// <summary>A server with its demo office.</summary>
    public sealed class DemoOnSqlite : RunningOffice.OnSqlite
    {
        public DemoOnSqlite() => Settings["Empty"] = "false";
    }

    public sealed class DemoOnPostgres : RunningOffice.OnPostgres
    {
        public DemoOnPostgres() => Settings["Empty"] = "false";
    }

    public sealed class OnSqlite(DemoOnSqlite office) : RemoveDemoTests(office), IClassFixture<DemoOnSqlite>;

    public sealed class OnPostgres(DemoOnPostgres office) : RemoveDemoTests(office), IClassFixture<DemoOnPostgres>;
}
