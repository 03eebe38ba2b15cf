using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Automation.Procedures.Releasing;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.People;

public abstract class RoleUseTests(RunningOffice office)
{
    [Fact]
    public async Task J8_A_role_that_a_procedure_uses_is_not_taken_from_whoever_has_it_alone_and_its_uses_are_linked()
    {
        var release = await Releases.OpenAsync(office);
        await release.RunningAsync(Releases.Drawn("P3D"), cases: 0);
        var alone = await release.JoinAsync(Roles.Specialist, "専門員X");
        await release.Page.GetAsync($"/people/{alone.PersonId}");
        Assert.Matches("<dt>相談支援専門員</dt>\\s*<dd>\\s*<a href=\"/procedures/p\">", release.Page.Html);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await release.Page.PostAsync($"/people/{alone.PersonId}/roles", ("roles", Roles.Clerk)));
        Assert.Contains("手続き「p」がこの役割を使っています", release.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await alone.Browser.GetAsync("/work"));

        await release.JoinAsync(Roles.Specialist, "専門員Y");
        await release.Page.GetAsync($"/people/{alone.PersonId}");
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync($"/people/{alone.PersonId}/roles", ("roles", Roles.Clerk)));
        await release.Page.GetAsync($"/people/{alone.PersonId}");
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync($"/people/{alone.PersonId}/roles", ("roles", Roles.Assistant)));
    }

    [Fact]
    public async Task J8_The_page_before_publishing_leads_to_every_procedure_that_uses_the_same_form_wording_role_or_procedure()
    {
        var release = await Releases.OpenAsync(office);
        await release.SeedAsync();
        await release.DraftAsync(Releases.Drawn("P3D"));
        await release.Page.GetAsync("/procedures/p/publish");
        Assert.Matches("相談支援専門員</th>(?:(?!</tr>).)*<a href=\"/procedures/consent\">", release.Page.Html.ReplaceLineEndings(" "));
        await using var db = release.Cases.Db();
        await release.Api.PutAsync("/api/v1/procedures/consent/draft", (await db.ProcedureVersions.SingleAsync(static version => version.Key == "consent")).Source);

        await release.Page.GetAsync("/procedures/consent/publish");

        Assert.Matches("この手続きは\\s*<a href=\"/procedures/plan-creation\">", release.Page.Html);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : RoleUseTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : RoleUseTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
