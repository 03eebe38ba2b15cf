using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.People;

public abstract class ChangePersonTests(RunningOffice office)
{
    private const int Rounds = 8;

    [Fact]
    public async Task Of_two_administrators_who_dismiss_each_other_at_one_moment_one_stays()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var one = await Staff.JoinAsync(office, [Roles.Administrator]);
            var other = await Staff.JoinAsync(office, [Roles.Administrator], one.OfficeId);
            await Task.WhenAll(one.Browser.GetAsync($"/people/{other.PersonId}"), other.Browser.GetAsync($"/people/{one.PersonId}"));

            var answers = await Task.WhenAll(DismissAsync(one, other), DismissAsync(other, one));

            await using var db = office.Db();
            Assert.Equal(1, await db.PersonRoles.CountAsync(role => role.OfficeId == one.OfficeId && role.Role == Roles.Administrator));
            Assert.Single(answers, static answer => answer is HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task Who_is_no_longer_an_administrator_changes_nobody_and_is_told_so()
    {
        var one = await Staff.JoinAsync(office, [Roles.Administrator]);
        var other = await Staff.JoinAsync(office, [Roles.Administrator], one.OfficeId);
        await other.Browser.GetAsync($"/people/{one.PersonId}");
        await one.Browser.GetAsync($"/people/{other.PersonId}");

        Assert.Equal(HttpStatusCode.Redirect, await DismissAsync(one, other));
        Assert.Equal(HttpStatusCode.Forbidden, await DismissAsync(other, one));
    }

    private static Task<HttpStatusCode> DismissAsync(Staff by, Staff whom) => by.Browser.PostAsync($"/people/{whom.PersonId}/roles", ("roles", Roles.Clerk));

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ChangePersonTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ChangePersonTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
