using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Consents.Receipts;

/// <summary>From the answer behind a link to the paper in the hand, and what anybody can have proved by it.</summary>
public abstract class ReceiptTests(RunningOffice office)
{
    [Fact]
    public async Task A_receipt_waits_for_its_seal_and_then_prints_the_head_and_proves_itself()
    {
        var (circle, consent) = await AnsweredAsync();
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        var sheet = $"/sheets/consent/{consent.Id}";
        await staff.Browser.GetAsync(sheet);
        Assert.Equal(HttpStatusCode.Conflict, await staff.Browser.PostAsync(sheet));

        var receipt = await IssuedAsync(staff, sheet);

        var result = VerifyReceipt.Check(receipt, document: null, noted: null);
        Assert.True(result.IsRight, string.Join(' ', result.Checks));
        Assert.Equal(("利用者A", "同意", "本人"), (result.Facts?.SignerName, result.Facts?.Answer, result.Facts?.SignerKind));
        Assert.NotNull(result.Facts?.AnsweredFrom);
        Assert.True((await VerifyReceipt.WithChainAsync(result, circle.Get<OfficeDbs>(), CancellationToken.None)).IsRight);
    }

    [Fact]
    public async Task Anybody_with_the_file_has_it_proved_and_nothing_is_kept()
    {
        var (circle, consent) = await AnsweredAsync();
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        var sheet = $"/sheets/consent/{consent.Id}";
        await staff.Browser.GetAsync(sheet);
        var receipt = await IssuedAsync(staff, sheet);
        var guest = new Browser(office.Client());
        await guest.GetAsync("/verify");
        await using var db = circle.Db();
        var before = await db.Documents.CountAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await guest.PostAsync("/verify"));
        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync("/verify", [], ("receipt", "a.pdf", receipt)));
        Assert.Contains("おかしなところは見つかりませんでした", guest.Text, StringComparison.Ordinal);
        Assert.Contains("控えに書かれていること", guest.Text, StringComparison.Ordinal);
        receipt[^200] ^= 1;
        await guest.PostAsync("/verify", [], ("receipt", "a.pdf", receipt));
        Assert.Contains("作られた後に変えられています", guest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("控えに書かれていること", guest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("回答した人", guest.Text, StringComparison.Ordinal);
        Assert.Contains("ここには表示しません", guest.Text, StringComparison.Ordinal);

        Assert.Equal(before, await db.Documents.CountAsync());
    }

    [Fact]
    public async Task A_receipt_whose_page_was_rewritten_is_named_though_its_evidence_and_last_line_are_right()
    {
        var (circle, consent) = await AnsweredAsync();
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        var sheet = $"/sheets/consent/{consent.Id}";
        await staff.Browser.GetAsync(sheet);
        var receipt = await IssuedAsync(staff, sheet);
        var lastLine = receipt.AsSpan()[..^1].LastIndexOf((byte)'\n') + 1;
        var rewritten = receipt[..lastLine];
        rewritten["%PDF-1.".Length] ^= 1;
        rewritten = ReceiptFile.Close(rewritten);

        var alone = VerifyReceipt.Check(rewritten, document: null, noted: null);
        var asked = await VerifyReceipt.WithChainAsync(alone, circle.Get<OfficeDbs>(), CancellationToken.None);

        Assert.True(alone.IsRight);
        Assert.Equal(["receipt-not-issued"], asked.Checks.Where(static check => check.IsRight is false).Select(static check => check.Code));
        Assert.DoesNotContain(alone.Checks, static check => check.Sentence.Contains("作られたときのまま", StringComparison.Ordinal));
    }

    [Fact]
    public async Task G9_Rewriting_the_whole_chain_no_longer_matches_the_printed_head()
    {
        var (circle, consent) = await AnsweredAsync();
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        var sheet = $"/sheets/consent/{consent.Id}";
        await staff.Browser.GetAsync(sheet);
        var receipt = await IssuedAsync(staff, sheet);
        var printed = VerifyReceipt.Check(receipt, document: null, noted: null).Head!;
        await using (var db = office.Db())
        {
            // Somebody with the whole database changes the row and makes every link anew.
            await db.Audit.Where(row => row.About == ReceiptEvidence.AboutOf(consent.Id)).ExecuteUpdateAsync(row => row.SetProperty(static entry => entry.Text, "別の文"));
            await db.AuditSeals.ExecuteDeleteAsync();
        }

        await office.Services.GetRequiredService<Sealer>().SealAllAsync(CancellationToken.None);

        var (dbs, clock) = (circle.Get<OfficeDbs>(), office.Clock);
        Assert.True((await VerifyAudit.HandleAsync(noted: null, dbs, clock, CancellationToken.None)).IsWhole);
        Assert.Equal(["head-differs"], (await VerifyAudit.HandleAsync(printed, dbs, clock, CancellationToken.None)).Flaws.Select(static flaw => flaw.Code));
        var result = await VerifyReceipt.WithChainAsync(VerifyReceipt.Check(receipt, document: null, printed), dbs, CancellationToken.None);
        Assert.Equal(["chain-without-head"], result.Checks.Where(static check => check.IsRight is false).Select(static check => check.Code));
    }

    private async Task<byte[]> IssuedAsync(Staff staff, string sheet)
    {
        await office.Services.GetRequiredService<Sealer>().SealAllAsync(CancellationToken.None);
        await staff.Browser.GetAsync(sheet);
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync(sheet));

        return await staff.Http.GetByteArrayAsync(new Uri(staff.Browser.Location!, UriKind.Relative));
    }

    private async Task<(CircleOfA Circle, Consent Consent)> AnsweredAsync()
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        var (guest, path) = await ConsentStory.OpenedAsync(circle, consent);
        await guest.PostAsync(path, ("answer", "agreed"), ("name", "利用者A"));
        await guest.PostAsync(path, ("confirmed", "yes"));
        await using var db = circle.Db();

        return (circle, await db.Consents.SingleAsync());
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ReceiptTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ReceiptTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
