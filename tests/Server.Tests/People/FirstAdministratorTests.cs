using System.Net;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.People;

public abstract class FirstAdministratorTests(RunningOffice office)
{
    [Fact]
    public async Task An_empty_database_is_entered_by_a_one_time_link_and_by_nothing_else()
    {
        var lost = await FirstAdministrator.HandleAsync(office.Dbs, office.Clock, CancellationToken.None);
        var path = (await FirstAdministrator.HandleAsync(office.Dbs, office.Clock, CancellationToken.None))!;
        var browser = new Browser(office.Client());

        await browser.GetAsync(path);
        await browser.PostAsync(path, ("name", "事務管理者J"), ("mail", "j@example.jp"), ("password", Staff.Password), ("again", Staff.Password));

        Assert.Equal("/", browser.Location);
        Assert.Equal(HttpStatusCode.OK, await browser.GetAsync("/people"));
        Assert.Contains("事務管理者J", browser.Text, StringComparison.Ordinal);
        Assert.Null(await FirstAdministrator.HandleAsync(office.Dbs, office.Clock, CancellationToken.None));
        Assert.Equal(HttpStatusCode.NotFound, await new Browser(office.Client()).GetAsync(path));
        Assert.Equal(HttpStatusCode.NotFound, await new Browser(office.Client()).GetAsync(lost!));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : FirstAdministratorTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : FirstAdministratorTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
