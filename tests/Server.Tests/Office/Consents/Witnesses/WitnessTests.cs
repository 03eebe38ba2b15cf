using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Office.Consents.Witnesses;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Channels.Documents;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Consents.Witnesses;

/// <summary>立会人: asked by link, on the tablet or on paper, confirms once, and stands on the receipt; the consent is whole without.</summary>
public abstract class WitnessTests(RunningOffice office)
{
    private static readonly byte[] Scan = Encoding.ASCII.GetBytes("%PDF-1.7\n%signed\n%%EOF\n");

    [Fact]
    public async Task By_a_link_of_their_own_a_witness_confirms_the_answer_once_and_stands_on_a_receipt_that_proves_it()
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        var clerk = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(clerk, consent, ("Name", "髙橋 﨑子"), ("Standing", "民生委員"), ("Method", "Link"), ("Mail", "w@example.jp")));
        var mail = (await circle.MailsAsync()).Single(static one => one.Template is "witness-request");
        Assert.DoesNotContain("利用者A", mail.Subject + mail.Text, StringComparison.Ordinal);
        var asked = await WitnessAsync(circle);
        var (guest, path) = await circle.GuestAsync(WitnessPurpose.Key, asked.Id);
        await guest.GetAsync(path);
        Assert.DoesNotContain("利用者A", guest.Html, StringComparison.Ordinal);
        await circle.EnterCodeAsync(guest, path, WitnessPurpose.Key, asked.Id);
        Assert.Contains("お返事はまだ届いていません", guest.Text, StringComparison.Ordinal);

        await AgreeAsync(circle, consent);
        await using (var db = circle.Db())
        {
            Assert.True((await db.Plans.SingleAsync()).IsConsented);
        }

        await guest.GetAsync(path);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await guest.PostAsync(path, ("name", " ")));
        var again = guest.Again();
        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync(path, ("name", "髙橋 﨑子")));
        Assert.Contains("立ち会いの確認を受け取りました", guest.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await again.PostAsync(path, ("name", "別の人")));

        var receipt = await PrintedAsync(clerk, $"/sheets/witness/{asked.Id}");
        Assert.Contains("髙橋﨑子（民生委員）", PdfTools.Letters(receipt), StringComparison.Ordinal);
        var result = VerifyReceipt.Check(receipt, document: null, noted: null);
        Assert.True(result.IsRight, string.Join(' ', result.Checks));
        var proved = await VerifyReceipt.WithChainAsync(result, circle.Get<OfficeDbs>(), CancellationToken.None);
        Assert.Equal(["receipt-whole", "facts-same", "audit-row-same", "witness-same", "chain-has-head", "receipt-issued", "chain-has-witness"], proved.Checks.Where(static check => check.IsRight is true).Select(static check => check.Code));
        var kept = await WitnessAsync(circle);
        Assert.Equal(("髙橋 﨑子", new DateOnly(2026, 3, 27), null), (kept.TypedName, kept.ConfirmedOn, kept.RecordedBy));
        Assert.NotNull(kept.ConfirmedFrom);
    }

    [Fact]
    public async Task G14_On_the_offices_tablet_the_witness_confirms_after_the_signer()
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 27, 10));
        var circle = await CircleOfA.InAsync(office);
        var consent = await OnTabletAsync(circle);
        var clerk = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        await clerk.Browser.GetAsync(AskWitness.AddressOf(consent));
        Assert.Equal("事務員V", clerk.Browser.ValueOf("Name"));
        await AskAsync(clerk, consent, ("Standing", "事業所の職員"), ("Method", "Tablet"));
        var asked = await WitnessAsync(circle);
        var tablet = $"/consents/{consent}/witnesses/{asked.Id}/tablet";
        await clerk.Browser.GetAsync($"/consents/{consent}");
        Assert.DoesNotContain(tablet, clerk.Browser.Html, StringComparison.Ordinal);
        await clerk.Browser.PostAsync($"/consents/{consent}/tablet");
        var signer = new Browser(office.Client());
        await signer.GetAsync(clerk.Browser.Location!);
        await signer.PostAsync(clerk.Browser.Location!, ("answer", "agreed"), ("name", "利用者A"));
        await signer.PostAsync(clerk.Browser.Location!, ("confirmed", "yes"));

        await clerk.Browser.GetAsync($"/consents/{consent}");
        Assert.Contains("確認待ち", clerk.Browser.Text, StringComparison.Ordinal);
        var again = clerk.Browser.Again();
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync(tablet));
        var (witness, path) = (new Browser(office.Client()), clerk.Browser.Location!);
        Assert.Equal(HttpStatusCode.OK, await witness.GetAsync(path));
        Assert.Equal(HttpStatusCode.OK, await witness.PostAsync(path, ("name", "事務員V")));

        Assert.Equal(HttpStatusCode.Conflict, await again.PostAsync(tablet));
        Assert.Contains("対面で本人を確かめ", WitnessFacts.Read((await WitnessAsync(circle)).Facts!)!.Identified, StringComparison.Ordinal);
        await clerk.Browser.GetAsync($"/consents/{consent}");
        Assert.Contains("立会人の確認まで入れた記録", clerk.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tablet_page_of_a_witness_closes_after_half_an_hour()
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        await AgreeAsync(circle, consent);
        var clerk = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        await AskAsync(clerk, consent, ("Name", "事務員V"), ("Standing", "事業所の職員"), ("Method", "Tablet"));
        await clerk.Browser.GetAsync($"/consents/{consent}");
        await clerk.Browser.PostAsync($"/consents/{consent}/witnesses/{(await WitnessAsync(circle)).Id}/tablet");

        office.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(HttpStatusCode.NotFound, await new Browser(office.Client()).GetAsync(clerk.Browser.Location!));
    }

    [Fact]
    public async Task G6_Audit_log_the_whole_life_of_a_consent_stands_in_the_audit_with_time_and_origin()
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        var clerk = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        await AskAsync(clerk, consent, ("Name", "民生委員N"), ("Standing", "民生委員"), ("Method", "Link"), ("Mail", "w@example.jp"));
        await AgreeAsync(circle, consent);
        var asked = await WitnessAsync(circle);
        var (guest, path) = await circle.GuestAsync(WitnessPurpose.Key, asked.Id);
        await circle.EnterCodeAsync(guest, path, WitnessPurpose.Key, asked.Id);
        await guest.PostAsync(path, ("name", "民生委員N"));
        await PrintedAsync(clerk, $"/sheets/consent/{consent}");
        await clerk.Browser.GetAsync($"/consents/{consent}");
        await clerk.Browser.GetAsync($"/consents/{consent}/withdrawal");
        await clerk.Browser.PostAsync($"/consents/{consent}/withdrawal", ("reason", "本人から電話"));

        await using var db = circle.Db();
        var rows = await db.Audit.Where(row => row.OfficeId == circle.OfficeId && row.Act != "signed-in").OrderBy(static row => row.Position).ToListAsync();
        Assert.Equal(
            [
                "consent-witness-asked", "consent-opened", "consent-answered", "consent-witness-opened", "consent-witnessed", "sheet-printed", "document-opened", "consent-record-opened", "consent-withdrawn",
            ],
            rows.Select(static row => row.Act));
        Assert.All(rows, row => Assert.InRange(row.At, CircleOfA.Tokyo(3, 27, 10), office.Clock.GetUtcNow()));
        Assert.Equal([clerk.PersonId, null, null, null, null, clerk.PersonId, clerk.PersonId, clerk.PersonId, clerk.PersonId], rows.Select(static row => row.PersonId));
        Assert.NotNull(ConsentFacts.Read((await db.Consents.SingleAsync()).Facts!)!.AnsweredFrom);
    }

    [Fact]
    public async Task On_paper_the_scan_is_kept_and_its_hash_stands_in_what_is_proved()
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        var clerk = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        (string, string)[] paper = [("Name", "母の姉"), ("Standing", "親族"), ("Method", "Paper"), ("SignedOn", "令和8年3月27日")];
        Assert.Equal(HttpStatusCode.Conflict, await AskAsync(clerk, consent, paper, Scan));
        await AgreeAsync(circle, consent);

        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(clerk, consent, paper, Scan));

        var witness = await WitnessAsync(circle);
        await using var db = circle.Db();
        var kept = await db.Documents.SingleAsync(document => document.Id == witness.DocumentId);
        var facts = WitnessFacts.Read(witness.Facts!)!;
        Assert.Equal((kept.Sha256, "母の姉", "親族"), (facts.ScanSha256, facts.WitnessName, facts.Standing));
        Assert.Equal((clerk.PersonId, new DateOnly(2026, 3, 27)), (witness.RecordedBy, witness.ConfirmedOn));
        Assert.Equal(ConsentFacts.FingerprintOf((await db.Consents.SingleAsync()).Facts!), facts.AnswerFingerprint);
        Assert.Equal(1, await db.Audit.CountAsync(static row => row.Act == WitnessFacts.Act));
    }

    [Fact]
    public async Task What_is_missing_is_said_and_the_signer_witnesses_nothing()
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        var clerk = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AskAsync(clerk, consent, ("Name", "利用者A"), ("Standing", "本人"), ("Method", "Link")));
        Assert.Contains("同意する方とは別の方を立会人にしてください", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("リンクを送るメールアドレスを入力してください", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AskAsync(clerk, consent, ("Name", "W"), ("Standing", ""), ("Method", "Paper"), ("SignedOn", "令和8年3月25日")));
        Assert.Contains("説明した日より前です", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("立会人の署名がある紙の写しを付けてください", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("「立場」を入力してください", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AskAsync(clerk, consent, ("Name", "W"), ("Standing", "姉"), ("Method", "OralWithWitness")));

        await using var db = circle.Db();
        Assert.Empty(await db.Witnesses.ToListAsync());
    }

    [Fact]
    public async Task A_withdrawn_consent_asks_no_witness_and_closes_the_link_that_was_open()
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        var clerk = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        await AskAsync(clerk, consent, ("Name", "W"), ("Standing", "姉"), ("Method", "Link"), ("Mail", "w@example.jp"));
        await AgreeAsync(circle, consent);
        var asked = await WitnessAsync(circle);
        var (guest, path) = await circle.GuestAsync(WitnessPurpose.Key, asked.Id);
        await circle.EnterCodeAsync(guest, path, WitnessPurpose.Key, asked.Id);
        await clerk.Browser.GetAsync(AskWitness.AddressOf(consent));
        var open = clerk.Browser.Again();
        await clerk.Browser.GetAsync($"/consents/{consent}/withdrawal");
        await clerk.Browser.PostAsync($"/consents/{consent}/withdrawal", ("reason", "本人から電話"));

        Assert.Equal(HttpStatusCode.NotFound, await guest.PostAsync(path, ("name", "W")));
        Assert.Equal(HttpStatusCode.Conflict, await open.PostAsync(AskWitness.AddressOf(consent), ("Name", "V"), ("Standing", "姉"), ("Method", "Tablet")));
    }

    [Fact]
    public async Task No_more_witnesses_are_asked_than_a_receipt_can_prove()
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        var clerk = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        await using var db = circle.Db();
        db.AddRange(Enumerable.Range(1, ReceiptEvidence.MostWitnesses).Select(number => new Witness
        {
            Id = Guid.CreateVersion7(),
            OfficeId = circle.OfficeId,
            ConsentId = consent,
            Name = $"民生委員{number}",
            Standing = "民生委員",
            Method = ConsentMethod.Tablet,
            AskedBy = clerk.PersonId,
            AskedAt = office.Clock.GetUtcNow(),
        }));
        await db.SaveChangesAsync();

        Assert.Equal(HttpStatusCode.Conflict, await AskAsync(clerk, consent, ("Name", "W"), ("Standing", "姉"), ("Method", "Tablet")));

        Assert.Equal(ReceiptEvidence.MostWitnesses, await db.Witnesses.CountAsync());
    }

    private static async Task<HttpStatusCode> AskAsync(Staff clerk, Guid consent, params (string Name, string Value)[] fields)
    {
        await clerk.Browser.GetAsync(AskWitness.AddressOf(consent));

        return await clerk.Browser.PostAsync(AskWitness.AddressOf(consent), fields);
    }

    private static async Task<HttpStatusCode> AskAsync(Staff clerk, Guid consent, IReadOnlyList<(string Name, string Value)> fields, byte[] scan)
    {
        await clerk.Browser.GetAsync(AskWitness.AddressOf(consent));

        return await clerk.Browser.PostAsync(AskWitness.AddressOf(consent), fields, ("scan", "署名.pdf", scan));
    }

    private static async Task<Witness> WitnessAsync(CircleOfA circle)
    {
        await using var db = circle.Db();

        return await db.Witnesses.SingleAsync();
    }

    private static async Task AgreeAsync(CircleOfA circle, Guid consent)
    {
        var (signer, path) = await ConsentStory.OpenedAsync(circle, consent);
        await signer.PostAsync(path, ("answer", "agreed"), ("name", "利用者A"));
        await signer.PostAsync(path, ("confirmed", "yes"));
    }

    private static async Task<Guid> OnTabletAsync(CircleOfA circle)
    {
        await using var db = circle.Db();
        await new ConsentExplainAct().ApplyAsync(
            circle.Act(db, CircleOfA.Tokyo(3, 27, 10), ("stage", Value.Of("plan"))),
            ConsentStory.ByLink().With("method", Value.Of("tablet")).With("mail", Value.None).With("witness", Value.Of("事務員V")),
            CancellationToken.None);
        await db.SaveChangesAsync();

        return (await db.Consents.SingleAsync()).Id;
    }

    private async Task<byte[]> PrintedAsync(Staff staff, string sheet)
    {
        await staff.Browser.GetAsync(sheet);
        Assert.Equal(HttpStatusCode.Conflict, await staff.Browser.PostAsync(sheet));
        await office.Services.GetRequiredService<Sealer>().SealAllAsync(CancellationToken.None);
        await staff.Browser.GetAsync(sheet);
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync(sheet));

        return await staff.Http.GetByteArrayAsync(new Uri(staff.Browser.Location!, UriKind.Relative));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : WitnessTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : WitnessTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
