using System.Net;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Preparing;

public abstract class PreparationPageTests(RunningOffice office)
{
    [Fact]
    public async Task A_new_office_is_told_in_order_what_is_missing_and_where_to_do_it()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Administrator]);

        await staff.Browser.GetAsync("/preparation");
        var text = staff.Browser.Text;

        Assert.Contains("あと6つ準備があります", text, StringComparison.Ordinal);
        Assert.Contains("住所・電話・メールアドレスが空です", text, StringComparison.Ordinal);
        Assert.Contains("相談支援専門員がいません", text, StringComparison.Ordinal);
        Assert.Contains("href=\"/settings\"", staff.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_is_no_longer_missing()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Administrator, Roles.Specialist]);
        await LedgerScene.OpenAsync(office, officeId: staff.OfficeId);
        await using (var db = office.Db())
        {
            await SeedHolidays.HandleAsync(db, staff.OfficeId, office.Clock, CancellationToken.None);
        }

        await staff.Browser.GetAsync("/preparation");

        Assert.Contains("あと2つ準備があります", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("3人登録されています", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_administrator_prepares()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);

        Assert.Equal(HttpStatusCode.Forbidden, await staff.Browser.GetAsync("/preparation"));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PreparationPageTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PreparationPageTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
