using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Arriving;

public abstract class TakeBookTests(RunningOffice office)
{
    private const int Rounds = 6;

    [Theory]
    [InlineData("利用者.csv", "氏名,ふりがな,生年月日\n利用者山,りようしゃやま,H3.6.15")]
    [InlineData("事業所.csv", "事業所番号,事業所名\n1234567890,居宅介護事業所U")]
    public async Task One_file_brought_in_two_tabs_and_taken_over_at_one_moment_is_taken_over_once(string name, string csv)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var staff = await Staff.JoinAsync(office, [Roles.Manager]);
            var other = await Staff.SignInAsync(office, staff.PersonId, staff.OfficeId, staff.Mail);
            var books = new[] { await BringAsync(staff.Browser, name, csv), await BringAsync(other.Browser, name, csv) };

            var answers = await Task.WhenAll(staff.Browser.PostAsync(books[0] + "/taking"), other.Browser.PostAsync(books[1] + "/taking"));

            Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Order());
            Assert.Contains("同じものが、ほかの画面で先に登録されています", staff.Browser.Text + other.Browser.Text, StringComparison.Ordinal);
            await using var db = office.Db(new Scope.CaseOffice(staff.OfficeId));
            Assert.Equal(1, await db.Clients.CountAsync() + await db.Providers.CountAsync());
        }
    }

    private static async Task<string> BringAsync(Browser browser, string name, string csv)
    {
        await browser.GetAsync("/arriving");
        await browser.PostAsync("/arriving", [], ("file", name, Encoding.UTF8.GetBytes(csv)));
        var address = browser.Location!;
        await browser.FollowAsync();
        return address;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : TakeBookTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : TakeBookTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
