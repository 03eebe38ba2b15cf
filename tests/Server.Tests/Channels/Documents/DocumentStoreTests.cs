using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.Documents;

public abstract class DocumentStoreTests(RunningOffice office)
{
    private static readonly byte[] Scan = "%PDF-1.7 scan"u8.ToArray();

    [Fact]
    public async Task A_kept_document_gives_back_its_bytes_and_tells_their_hash()
    {
        var ours = Guid.CreateVersion7();

        var kept = await KeepAsync(ours, "同意書.pdf", Scan);

        await using var db = office.Db(new Scope.CaseOffice(ours));
        var document = await db.Documents.SingleAsync(row => row.Id == kept.Id);
        Assert.Equal(Scan, await DocumentStore.ReadAsync(db, kept.Id, CancellationToken.None));
        Assert.Equal(
            ("同意書.pdf", "application/pdf", 13L, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Scan))),
            (document.Name, document.MediaType, document.Size, document.Sha256));
        Assert.Equal(office.Clock.GetUtcNow(), document.KeptAt);
    }

    [Fact]
    public async Task Two_files_of_one_name_are_both_kept()
    {
        var ours = Guid.CreateVersion7();

        await KeepAsync(ours, "scan.pdf", Scan);
        await KeepAsync(ours, "scan.pdf", [.. Scan, 1]);

        await using var db = office.Db(new Scope.CaseOffice(ours));
        Assert.Equal(2, await db.Documents.Select(static row => row.Sha256).Distinct().CountAsync());
    }

    [Fact]
    public async Task Another_office_sees_neither_the_document_nor_its_bytes()
    {
        var kept = await KeepAsync(Guid.CreateVersion7(), "scan.pdf", Scan);

        await using var stranger = office.Db(new Scope.CaseOffice(Guid.CreateVersion7()));

        Assert.False(await stranger.Documents.AnyAsync(row => row.Id == kept.Id));
        Assert.Null(await DocumentStore.ReadAsync(stranger, kept.Id, CancellationToken.None));
    }

    [Theory]
    [InlineData("写真.JPG", "FFD8FFE000", "image/jpeg", "写真.JPG")]
    [InlineData("../../etc/署名", "89504E470D0A1A0A", "image/png", "署名.png")]
    [InlineData("IMG_1.HEIC", "0000001866747970686569630000", "image/heic", "IMG_1.HEIC")]
    [InlineData("page.html", "255044462D312E37", "application/pdf", "page.html.pdf")]
    [InlineData("C:\\scan\\\u0007.pdf", "255044462D312E37", "application/pdf", "文書.pdf")]
    public async Task The_kind_is_known_by_the_bytes_and_the_name_ends_as_the_kind_does(string name, string start, string mediaType, string keptName)
    {
        var kept = await KeepAsync(Guid.CreateVersion7(), name, Convert.FromHexString(start));

        Assert.Equal((mediaType, keptName), (kept.MediaType, kept.Name));
    }

    [Theory]
    [InlineData("paper.pdf", "<html><script>")]
    [InlineData("paper.pdf", "<svg xmlns=")]
    [InlineData("paper.pdf", "PK\u0003\u0004")]
    [InlineData("paper.pdf", "MZ")]
    public void What_is_no_paper_is_refused_whatever_its_name(string name, string content)
    {
        using var db = office.Db();

        var outcome = DocumentStore.Keep(db, name, Encoding.UTF8.GetBytes(content), Origin(Guid.CreateVersion7()), "scan");

        var refused = Assert.IsType<Outcome<Document>.Refused>(outcome);
        Assert.Equal(("file-kind-unknown", "scan"), (refused.Refusal.Code, refused.Refusal.Field));
        Assert.Empty(db.ChangeTracker.Entries());
    }

    [Theory]
    [InlineData(0, "file-empty")]
    [InlineData((10 * 1024 * 1024) + 1, "file-too-large")]
    public async Task An_empty_or_too_large_upload_is_refused(int size, string code)
    {
        await using var db = office.Db();

        var outcome = await DocumentStore.KeepAsync(
            db, Upload("scan.pdf", new byte[size]), Origin(Guid.CreateVersion7()), CancellationToken.None);

        Assert.Equal(code, Assert.IsType<Outcome<Document>.Refused>(outcome).Refusal.Code);
    }

    private async Task<Document> KeepAsync(Guid officeId, string name, byte[] bytes)
    {
        await using var db = office.Db(new Scope.CaseOffice(officeId));
        var outcome = await DocumentStore.KeepAsync(db, Upload(name, bytes), Origin(officeId), CancellationToken.None);
        await db.SaveChangesAsync();

        return Assert.IsType<Outcome<Document>.Done>(outcome).Value;
    }

    private DocumentOrigin Origin(Guid officeId) => new(officeId, "client", CaseId: null, PersonId: null, office.Clock.GetUtcNow());

    private static FormFile Upload(string name, byte[] bytes) => new(new MemoryStream(bytes), 0, bytes.Length, "scan", name);

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : DocumentStoreTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : DocumentStoreTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
