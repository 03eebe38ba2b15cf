using System.Net;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App;

public abstract class ErrorPagesTests(RunningOffice office)
{
    [Fact]
    public async Task An_unknown_address_is_a_Japanese_page_with_a_way_out()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);

        var status = await staff.Browser.GetAsync("/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("ページが見つかりません", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/\"", staff.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_megabytes_are_refused_with_a_Japanese_page()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        using var parts = new MultipartFormDataContent { { new ByteArrayContent(new byte[20 * 1024 * 1024]), "file", "scan.pdf" } };

        using var answer = await staff.Http.PostAsync(new Uri("/account/password", UriKind.Relative), parts);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("ファイルが大きすぎます", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", string.Join(';', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Pages_run_no_foreign_or_inline_script_and_are_kept_nowhere()
    {
        using var answer = await office.Client().GetAsync(new Uri("/sign-in", UriKind.Relative));

        Assert.Contains("default-src 'self'", string.Join(';', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", string.Join(';', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task The_look_is_served_before_signing_in()
    {
        using var answer = await office.Client().GetAsync(new Uri("/app.css", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ErrorPagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ErrorPagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
