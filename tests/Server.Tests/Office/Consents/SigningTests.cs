using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Consents;

/// <summary>Signing on the screen as the office decides: typed, ticked or drawn.</summary>
public abstract class SigningTests(RunningOffice office)
{
    // The smallest PNG there is.
    private const string Picture = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    [Fact]
    public async Task The_administrator_decides_and_what_is_no_choice_is_refused()
    {
        var circle = await CircleOfA.InAsync(office);
        var administrator = await Staff.JoinAsync(office, ["administrator"], circle.OfficeId);
        await administrator.Browser.GetAsync("/settings/signing");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await administrator.Browser.PostAsync("/settings/signing", ("Mark", "1")));
        Assert.Equal(HttpStatusCode.Redirect, await administrator.Browser.PostAsync("/settings/signing", ("Mark", "Drawn")));

        await using var db = circle.Db();
        Assert.Equal(SigningMark.Drawn, (await db.Offices.SingleAsync(row => row.Id == circle.OfficeId)).SigningMark);
    }

    [Fact]
    public async Task Ticking_the_name_needs_the_tick_and_no_name()
    {
        var (circle, guest, path) = await OpenedAsync(SigningMark.Ticked);
        Assert.DoesNotContain("name=\"name\"", guest.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await guest.PostAsync(path, ("answer", "agreed")));
        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync(path, ("answer", "agreed"), ("ticked", "yes")));
        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync(path, ("confirmed", "yes")));

        await using var db = circle.Db();
        var consent = await db.Consents.SingleAsync();
        Assert.Equal((ConsentOutcome.Agreed, null), (consent.Outcome, consent.TypedName));
        Assert.Contains("氏名を確かめた印", ConsentFacts.Read(consent.Facts!)!.Identified, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_drawn_is_kept_and_its_hash_stands_in_the_receipt()
    {
        var (circle, guest, path) = await OpenedAsync(SigningMark.Drawn);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await guest.PostAsync(path, ("answer", "agreed")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await guest.PostAsync(path, ("answer", "agreed"), ("drawn", "data:image/svg+xml;base64,PHN2Zy8+")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await guest.PostAsync(path, ("answer", "agreed"), ("drawn", "data:image/png;base64,PHN2Zy8+")));

        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync(path, ("answer", "agreed"), ("drawn", Picture)));
        Assert.Contains("class=\"signature\"", guest.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync(path, ("confirmed", "yes")));

        await using var db = circle.Db();
        var consent = await db.Consents.SingleAsync();
        var kept = await db.Documents.SingleAsync(document => document.Id == consent.DocumentId);
        Assert.Equal(("image/png", circle.Client.Id.ToString()), (kept.MediaType, kept.Subject));
        Assert.Equal(kept.Sha256, ConsentFacts.Read(consent.Facts!)!.ScanSha256);
        Assert.Null(consent.TypedName);
    }

    [Fact]
    public async Task Who_cannot_draw_types_the_name()
    {
        var (circle, guest, path) = await OpenedAsync(SigningMark.Drawn);

        await guest.PostAsync(path, ("answer", "agreed"), ("name", "利用者A"));
        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync(path, ("confirmed", "yes")));

        await using var db = circle.Db();
        var consent = await db.Consents.SingleAsync();
        Assert.Equal(("利用者A", null), (consent.TypedName, consent.DocumentId));
    }

    private async Task<(CircleOfA Circle, Browser Guest, string Path)> OpenedAsync(SigningMark mark)
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        await using (var db = circle.Db())
        {
            (await db.Offices.SingleAsync(row => row.Id == circle.OfficeId)).SigningMark = mark;
            await db.SaveChangesAsync();
        }

        var (guest, path) = await ConsentStory.OpenedAsync(circle, consent);

        return (circle, guest, path);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : SigningTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : SigningTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
