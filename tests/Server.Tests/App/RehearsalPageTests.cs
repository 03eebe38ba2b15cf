using System.Net;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App;

public abstract class RehearsalPageTests(RunningOffice server)
{
    [Fact]
    public async Task Whoever_moves_the_clock_over_a_week_stays_signed_in_and_where_they_were()
    {
        var staff = await Staff.JoinAsync(server, [Roles.Clerk]);
        await staff.Browser.GetAsync("/mail");

        var moved = await staff.Browser.PostAsync("/rehearsal/clock", ("advance", "P7D"));
        var back = staff.Browser.Location;
        var shown = await staff.Browser.GetAsync(back!);

        Assert.Equal((HttpStatusCode.Redirect, "/mail", HttpStatusCode.OK), (moved, back, shown));
        Assert.Contains("1月26日(月)", staff.Browser.Text, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(RunningOffice.RehearsalOnSqlite office) : RehearsalPageTests(office), IClassFixture<RunningOffice.RehearsalOnSqlite>;

    public sealed class OnPostgres(RunningOffice.RehearsalOnPostgres office) : RehearsalPageTests(office), IClassFixture<RunningOffice.RehearsalOnPostgres>;
}
