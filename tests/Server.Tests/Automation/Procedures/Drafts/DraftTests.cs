using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Drafts;

public abstract class DraftTests(RunningOffice office)
{
    private static readonly Uri Draft = new("/procedures/consent/draft", UriKind.Relative);

    [Fact]
    public async Task The_designer_opens_the_published_version_and_goes_on_with_the_draft()
    {
        var staff = await JoinAsync(Roles.Administrator);
        var opened = await OpenAsync(staff);
        var (status, saved) = await SaveAsync(staff, opened.Source.Replace("3, 3)", "5, 3)", StringComparison.Ordinal), revision: 0);

        Assert.Equal((HttpStatusCode.OK, 1), (status, saved.GetProperty("revision").GetInt32()));
        var again = await OpenAsync(staff);
        Assert.Equal(1, again.Revision);
        Assert.Contains("repeat working days(5, 3)", again.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.GetAsync("/procedures/consent/design"));
    }

    [Fact]
    public async Task A15_A_second_page_overwrites_nothing_and_either_draft_is_kept()
    {
        var staff = await JoinAsync(Roles.Administrator);
        var source = (await OpenAsync(staff)).Source;
        await SaveAsync(staff, source + "<!-- first -->", revision: 0);

        var (status, theirs) = await SaveAsync(staff, source + "<!-- second -->", revision: 0);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.EndsWith("<!-- first -->", theirs.GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("<!-- first -->", (await OpenAsync(staff)).Source, StringComparison.Ordinal);

        var (afterwards, _) = await SaveAsync(staff, source + "<!-- second -->", revision: 1, keep: "theirs");
        Assert.Equal(HttpStatusCode.OK, afterwards);
        Assert.EndsWith("<!-- second -->", (await OpenAsync(staff)).Source, StringComparison.Ordinal);
        await using var db = office.Db(new Scope.CaseOffice(staff.OfficeId));
        Assert.EndsWith("<!-- first -->", (await db.DraftCopies.SingleAsync()).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_was_open_before_a_publication_overwrites_no_draft_that_was_begun_after_it()
    {
        var staff = await JoinAsync(Roles.Administrator);
        var first = await OpenAsync(staff);
        await SaveAsync(staff, first.Source + "<!-- first -->", revision: 0, basedOn: first.BasedOn);
        await staff.Browser.GetAsync("/procedures/consent/publish");
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync("/procedures/consent/publish", ("Note", "試し")));
        var second = await OpenAsync(staff);
        var (saved, _) = await SaveAsync(staff, second.Source + "<!-- second -->", revision: 0, basedOn: second.BasedOn);

        var (status, theirs) = await SaveAsync(staff, first.Source + "<!-- more -->", revision: 1, basedOn: first.BasedOn);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (saved, status));
        Assert.Equal((2, 1), (theirs.GetProperty("basedOn").GetInt32(), theirs.GetProperty("revision").GetInt32()));
        Assert.EndsWith("<!-- second -->", (await OpenAsync(staff)).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_shows_a_version_of_before_begins_no_draft_on_top_of_the_next()
    {
        var staff = await JoinAsync(Roles.Administrator);
        var opened = await OpenAsync(staff);
        await staff.Browser.GetAsync("/procedures/consent/ladders");
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync("/procedures/consent/ladders", [("after-consent-expiry", "20")]));

        var (status, theirs) = await SaveAsync(staff, opened.Source + "<!-- first -->", revision: 0, basedOn: opened.BasedOn);

        Assert.Equal((HttpStatusCode.Conflict, 2), (status, theirs.GetProperty("basedOn").GetInt32()));
        Assert.Contains("working days(20)", theirs.GetProperty("source").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_draft_is_gone_on_with_and_the_one_before_is_kept_in_turn()
    {
        var staff = await JoinAsync(Roles.Administrator);
        var source = (await OpenAsync(staff)).Source;
        await SaveAsync(staff, source + "<!-- first -->", revision: 0);
        await SaveAsync(staff, source + "<!-- second -->", revision: 1, keep: "theirs");
        await using var db = office.Db(new Scope.CaseOffice(staff.OfficeId));
        var copy = await db.DraftCopies.AsNoTracking().SingleAsync();
        var stranger = await JoinAsync(Roles.Administrator);

        await stranger.Browser.GetAsync("/procedures/consent/copies");
        Assert.DoesNotContain(copy.Id.ToString(), stranger.Browser.Html, StringComparison.Ordinal);
        await staff.Browser.GetAsync("/procedures/consent/copies");
        Assert.Contains("この下書きで続ける", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync($"/procedures/consent/copies/{copy.Id}"));

        Assert.EndsWith("<!-- first -->", (await OpenAsync(staff)).Source, StringComparison.Ordinal);
        Assert.Equal(2, await db.DraftCopies.CountAsync());
    }

    [Fact]
    public async Task Giving_way_keeps_the_own_draft_beside()
    {
        var staff = await JoinAsync(Roles.Administrator);
        var source = (await OpenAsync(staff)).Source;
        await SaveAsync(staff, source + "<!-- first -->", revision: 0);

        await SaveAsync(staff, source + "<!-- second -->", revision: 1, keep: "mine");

        Assert.EndsWith("<!-- first -->", (await OpenAsync(staff)).Source, StringComparison.Ordinal);
        await using var db = office.Db(new Scope.CaseOffice(staff.OfficeId));
        Assert.EndsWith("<!-- second -->", (await db.DraftCopies.SingleAsync()).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statutory_step_that_was_taken_out_is_found()
    {
        var staff = await JoinAsync(Roles.Administrator);
        var opened = await OpenAsync(staff);
        Assert.Equal(["consent-explain"], opened.Locked);

        var (_, saved) = await SaveAsync(staff, opened.Source.Replace("consent-explain", "explain", StringComparison.Ordinal), revision: 0);

        Assert.Contains("statutory-steps-stay", saved.GetProperty("findings").EnumerateArray().Select(static finding => finding.GetProperty("rule").GetString()));
    }

    [Theory]
    [InlineData("consent", "method = \"link\"", "metod = \"link\"", "「method」")]
    [InlineData("plan-creation", "draftOutcome = \"declined\"", "draftOutcom = \"declined\"", "「draftOutcome」")]
    [InlineData("plan-creation", "expression=\"=outcome\"", "expression=\"=outcomes\"", "「outcome」")]
    [InlineData("monitoring", "=visitOn", "=visitedOn", "「visitOn」")]
    [InlineData("monitoring-round", "=dueClients", "=dueClient", "「dueClients」")]
    [InlineData("meeting", "=absentee.id", "=absente.id", "「absentee」")]
    public async Task A_name_that_is_written_wrong_is_found_in_a_shipped_procedure_and_nothing_is_doubted_that_is_right(
        string key, string right, string wrong, string meant)
    {
        var staff = await JoinAsync(Roles.Administrator);
        await using var db = office.Db(new Scope.CaseOffice(staff.OfficeId));
        var check = office.Services.GetRequiredService<CheckDraft>();
        var source = check.Shipped(key)!;
        Assert.Contains(right, source, StringComparison.Ordinal);

        Assert.Empty((await check.HandleAsync(key, source, db, CancellationToken.None)).Findings);
        var found = (await check.HandleAsync(key, source.Replace(right, wrong, StringComparison.Ordinal), db, CancellationToken.None)).Findings;

        Assert.All(found, static finding => Assert.Equal("condition-reads-known-variables", finding.Rule));
        Assert.Contains(meant, Assert.Single(found.Select(static finding => finding.Fix).Distinct(StringComparer.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_names_roles_forms_steps_and_wordings()
    {
        var staff = await JoinAsync(Roles.Manager);
        var catalogue = await staff.Http.GetFromJsonAsync<JsonElement>(new Uri("/procedures/catalogue", UriKind.Relative));

        Assert.Contains("manager", Keys(catalogue, "roles"));
        Assert.Contains("approval", Keys(catalogue, "forms"));
        Assert.Contains("work-reminder", Keys(catalogue, "templates"));
        Assert.Contains("consent", Keys(catalogue, "procedures"));
        Assert.Contains(catalogue.GetProperty("steps").EnumerateArray(), static step => step.GetProperty("type").GetString() == "Office.SendMail" && step.GetProperty("label").GetString() == "メールを送る");
    }

    [Theory]
    [InlineData(Roles.Specialist)]
    [InlineData(Roles.Auditor)]
    public async Task Who_may_not_draft_does_not_get_in(string role)
    {
        var staff = await JoinAsync(role);

        Assert.NotEqual(HttpStatusCode.OK, await staff.Browser.GetAsync("/procedures/consent/design"));
        await staff.Browser.GetAsync("/procedures/consent");
        Assert.DoesNotContain("/procedures/consent/design", staff.Browser.Html, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Keys(JsonElement catalogue, string list) =>
        catalogue.GetProperty(list).EnumerateArray().Select(static one => one.GetProperty("key").GetString());

    private async Task<Staff> JoinAsync(string role)
    {
        var staff = await Staff.JoinAsync(office, [role]);
        await using var db = office.Db(new Scope.CaseOffice(staff.OfficeId));
        await office.Services.GetRequiredService<SeedBuiltIns>().HandleAsync(db, staff.OfficeId, CancellationToken.None);
        return staff;
    }

    private static async Task<Opened> OpenAsync(Staff staff) => (await staff.Http.GetFromJsonAsync<Opened>(Draft))!;

    private static async Task<(HttpStatusCode Status, JsonElement Body)> SaveAsync(Staff staff, string source, int revision, string? keep = null, int? basedOn = null)
    {
        await staff.Browser.GetAsync("/procedures/consent/design");
        using var request = new HttpRequestMessage(HttpMethod.Put, Draft) { Content = JsonContent.Create(new { source, revision, basedOn, keep }) };
        request.Headers.Add("RequestVerificationToken", staff.Browser.ValueOf("__RequestVerificationToken"));
        using var answer = await staff.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private sealed record Opened(string Source, int Revision, int BasedOn, IReadOnlyList<string> Locked);

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : DraftTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : DraftTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
