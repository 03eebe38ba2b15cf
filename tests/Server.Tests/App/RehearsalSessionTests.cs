using System.Net;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App;

public abstract class RehearsalSessionTests(RunningOffice server)
{
    [Fact]
    public async Task Nobody_is_signed_out_by_a_clock_that_jumps_and_who_had_signed_out_does_not_come_back()
    {
        var (mover, other) = (await Staff.JoinAsync(server, [Roles.Clerk]), await Staff.JoinAsync(server, [Roles.Clerk]));
        var gone = await Staff.JoinAsync(server, [Roles.Clerk]);
        await gone.Browser.GetAsync("/account");
        await gone.Browser.PostAsync("/sign-out");
        await mover.Browser.GetAsync("/mail");

        await mover.Browser.PostAsync("/rehearsal/clock", ("advance", "P7D"));
        await mover.Browser.GetAsync("/mail");
        await mover.Browser.PostAsync("/rehearsal/clock", ("advance", "PT13H"));

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Redirect),
            (await mover.Browser.GetAsync("/account"), await other.Browser.GetAsync("/account"), await gone.Browser.GetAsync("/account")));
    }

    public sealed class OnSqlite(RunningOffice.RehearsalOnSqlite office) : RehearsalSessionTests(office), IClassFixture<RunningOffice.RehearsalOnSqlite>;

    public sealed class OnPostgres(RunningOffice.RehearsalOnPostgres office) : RehearsalSessionTests(office), IClassFixture<RunningOffice.RehearsalOnPostgres>;
}
