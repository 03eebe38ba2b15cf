using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.App;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Procedures;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Server.Tests.App;

public abstract class PrepareOfficesTests(RunningOffice office)
{
    [Fact]
    public async Task A12_A_fresh_install_opens_with_the_statutory_procedures_published()
    {
        var welcome = (await FirstAdministrator.HandleAsync(office.Dbs, office.Clock, CancellationToken.None))!;
        await office.Services.GetRequiredService<PrepareOffices>().HandleAsync(CancellationToken.None);
        var browser = new Browser(office.Client());
        await browser.GetAsync(welcome);
        await browser.PostAsync(welcome, ("name", "事務管理者J"), ("mail", "j@example.jp"), ("password", Staff.Password), ("again", Staff.Password));

        await browser.GetAsync("/procedures");

        Assert.All(BuiltIns.All, procedure =>
            Assert.Matches($"href=\"/procedures/{procedure.Key}\">{Assert.Single(BpmnReader.Read(procedure.Source).Processes).Name}</a>(?:(?!</tr>).)*第1版", WebUtility.HtmlDecode(browser.Html).ReplaceLineEndings(" ")));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PrepareOfficesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PrepareOfficesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
