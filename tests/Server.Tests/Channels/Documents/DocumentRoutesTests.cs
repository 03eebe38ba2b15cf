using System.Net;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.Documents;

public abstract class DocumentRoutesTests(RunningOffice office)
{
    private static readonly byte[] Pdf = "%PDF-1.7 plan"u8.ToArray();
    private static readonly byte[] Heic = Convert.FromHexString("0000001866747970686569630000");

    [Fact]
    public async Task A_paper_is_shown_in_the_browser_as_what_it_is_and_stored_nowhere_else()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Auditor]);
        var document = await KeepAsync(staff.OfficeId, "計画案 利用者A.pdf", Pdf);

        using var answer = await staff.Http.GetAsync(new Uri($"/documents/{document.Id}", UriKind.Relative));

        Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(("inline", "計画案 利用者A.pdf"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileNameStar));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_browsers_cannot_show_or_a_person_wants_to_keep_is_saved_as_a_file(bool isPdf)
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var document = await KeepAsync(staff.OfficeId, "photo", isPdf ? Pdf : Heic);

        using var answer = await staff.Http.GetAsync(new Uri($"/documents/{document.Id}{(isPdf ? "?save=true" : string.Empty)}", UriKind.Relative));

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task A_stranger_from_another_office_is_told_that_there_is_nothing()
    {
        var document = await KeepAsync(Guid.CreateVersion7(), "scan.pdf", Pdf);
        var stranger = await Staff.JoinAsync(office, [Roles.Administrator]);

        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/documents/{document.Id}"));
    }

    [Fact]
    public async Task Nobody_reads_a_paper_without_signing_in()
    {
        var document = await KeepAsync(Guid.CreateVersion7(), "scan.pdf", Pdf);

        using var answer = await office.Client().GetAsync(new Uri($"/documents/{document.Id}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<Document> KeepAsync(Guid officeId, string name, byte[] bytes)
    {
        await using var db = office.Db();
        var kept = DocumentStore.Keep(db, name, bytes, new DocumentOrigin(officeId, Subject: null, CaseId: null, PersonId: null, office.Clock.GetUtcNow()));
        await db.SaveChangesAsync();

        return Assert.IsType<Outcome<Document>.Done>(kept).Value;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : DocumentRoutesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : DocumentRoutesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
