using System.Text;
using OfficeWorkflow.Server.App;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Channels.Documents.Pdf;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Office.Consents.Witnesses;
using OfficeWorkflow.Server.Office.OfficialForms.Sheets;
using OfficeWorkflow.Server.Tests.Office.OfficialForms;

namespace OfficeWorkflow.Server.Tests.Office.Consents.Receipts;

/// <summary>A receipt proves itself from its file and the printed head, and whatever is changed is named.</summary>
public sealed class VerifyReceiptTests
{
    private static readonly byte[] Document = Encoding.UTF8.GetBytes("%PDF-1.7 the plan as it was explained");

    [Fact]
    public void G7_A_receipt_is_proved_by_its_file_the_document_and_the_printed_head()
    {
        var (receipt, evidence) = Issued();

        var result = VerifyReceipt.Check(receipt, Document, evidence.Head);

        Assert.True(result.IsRight);
        Assert.Equal(["receipt-whole", "facts-same", "audit-row-same", "document-same", "head-same", "authority-none"], Codes(result));
        Assert.Equal("髙橋 﨑子", result.Facts?.SignerName);
    }

    [Fact]
    public void G11_What_is_not_at_hand_or_was_never_made_is_said_and_not_taken_for_right()
    {
        var (receipt, _) = Issued();

        var result = VerifyReceipt.Check(receipt, document: null, noted: "");

        Assert.True(result.IsRight);
        Assert.Equal(["document-not-given", "head-not-given", "authority-none"], result.Checks.Where(static check => check.IsRight is null).Select(static check => check.Code));
    }

    [Fact]
    public void G9_Any_one_octet_changed_in_the_receipt_is_named()
    {
        var (receipt, _) = Issued();
        for (var at = 0; at < receipt.Length; at++)
        {
            receipt[at] ^= 1;
            var wrong = Wrong(VerifyReceipt.Check(receipt, Document, noted: null));
            receipt[at] ^= 1;

            Assert.True(wrong.Contains("receipt-changed") || wrong.Contains("receipt-unreadable"), $"octet {at} was changed unseen");
        }

        Assert.Contains("receipt-changed", Wrong(VerifyReceipt.Check([.. receipt, (byte)'\n'], Document, noted: null)));
        Assert.NotEmpty(Wrong(VerifyReceipt.Check(receipt[..^1], Document, noted: null)));
    }

    [Fact]
    public void G8_Any_one_octet_changed_in_the_document_is_named()
    {
        var (receipt, _) = Issued();
        for (var at = 0; at < Document.Length; at++)
        {
            var changed = Document.ToArray();
            changed[at] ^= 1;

            Assert.Equal(["document-changed"], Wrong(VerifyReceipt.Check(receipt, changed, noted: null)));
        }
    }

    [Fact]
    public void G9_A_changed_audit_row_is_named_even_when_the_file_was_made_anew()
    {
        var evidence = EvidenceOf(FactsOf());
        var entry = evidence.Entry;
        AuditEntry[] changed =
        [
            Copy(entry, position: entry.Position + 1), Copy(entry, office: Guid.Empty), Copy(entry, at: entry.At.AddTicks(10)), Copy(entry, act: "consent-answereD"),
            Copy(entry, about: entry.About + "0"), Copy(entry, caseId: Guid.Empty), Copy(entry, personId: Guid.Empty), Copy(entry, text: entry.Text[..^1] + "0"),
        ];

        Assert.All(changed, row => Assert.Contains("audit-row-changed", Wrong(VerifyReceipt.Check(File(evidence with { Entry = row }), Document, noted: null))));
    }

    [Fact]
    public void Changed_facts_are_named_even_when_the_file_was_made_anew()
    {
        var evidence = EvidenceOf(FactsOf());
        var declined = evidence.Facts.Replace("\"同意\"", "\"同意しない\"", StringComparison.Ordinal);
        Assert.NotEqual(evidence.Facts, declined);

        Assert.Equal(["facts-changed"], Wrong(VerifyReceipt.Check(File(evidence with { Facts = declined }), Document, evidence.Head)));
    }

    [Fact]
    public void Who_makes_facts_row_chain_and_file_anew_is_betrayed_by_the_printed_head()
    {
        var (_, evidence) = Issued();

        var forged = EvidenceOf(FactsOf() with { SignerName = "別の人" });

        Assert.Equal(["head-differs"], Wrong(VerifyReceipt.Check(File(forged), Document, evidence.Head)));
    }

    [Fact]
    public void The_word_of_a_witness_is_proved_with_the_answer_and_a_changed_or_borrowed_one_is_named()
    {
        var evidence = EvidenceOf(FactsOf());
        var word = WordOf(evidence);
        var other = WordOf(EvidenceOf(FactsOf() with { SignerName = "別の人" }));
        var renamed = word with { Facts = word.Facts.Replace("民生委員N", "民生委員M", StringComparison.Ordinal) };
        var rewritten = word with { Entry = Copy(word.Entry, position: word.Entry.Position + 1) };

        Assert.Equal(["witness-same"], Codes(VerifyReceipt.Check(File(evidence with { Witnesses = [word] }), Document, evidence.Head)).Where(static code => code.StartsWith("witness", StringComparison.Ordinal)));
        Assert.Empty(Wrong(VerifyReceipt.Check(File(evidence with { Witnesses = [word] }), Document, evidence.Head)));
        Assert.All([other, renamed, rewritten], changed => Assert.Equal(["witness-changed"], Wrong(VerifyReceipt.Check(File(evidence with { Witnesses = [changed] }), Document, evidence.Head))));
    }

    [Fact]
    public void A_receipt_with_more_witnesses_than_anybody_asks_is_not_looked_into()
    {
        var evidence = EvidenceOf(FactsOf());
        byte[] With(int witnesses) => File(evidence with { Witnesses = [.. Enumerable.Repeat(WordOf(evidence), witnesses)] });

        Assert.Empty(Wrong(VerifyReceipt.Check(With(ReceiptEvidence.MostWitnesses), Document, noted: null)));
        Assert.Equal(["receipt-unreadable"], Wrong(VerifyReceipt.Check(With(ReceiptEvidence.MostWitnesses + 1), Document, noted: null)));
    }

    [Fact]
    public void A_head_is_understood_as_people_copy_it()
    {
        var (receipt, evidence) = Issued();
        var copied = string.Join(' ', evidence.Head.ToUpperInvariant().Chunk(8).Select(static part => new string(part))).Replace('1', '１');

        Assert.Equal([], Wrong(VerifyReceipt.Check(receipt, Document, copied)));
    }

    [Fact]
    public void G12_Names_with_rare_letters_stand_on_the_paper_without_a_missing_glyph()
    {
        var paper = CaseAPapers.Consent with
        {
            Head = CaseAPapers.Consent.Head with { ClientName = "𠮷田 髙志" },
            SignerName = "髙橋 﨑子 葛\U000E0100飾 神\uFA19",
        };

        Assert.Empty(SheetPrinter.Print(ConsentSheet.Of(paper)).Missing);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("<< /Length 99999999 /Type /EmbeddedFile >>\nstream\n{}")]
    [InlineData("<< /Length 2 /Type /EmbeddedFile >>\nstream\n{}")]
    [InlineData("<< /Length 15 /Type /EmbeddedFile >>\nstream\n{\"format\":\"no\"}")]
    public void What_is_no_receipt_is_said(string text) =>
        Assert.Equal(["receipt-unreadable"], Wrong(VerifyReceipt.Check(Encoding.UTF8.GetBytes(text), document: null, noted: null)));

    [Fact]
    public async Task The_command_says_it_on_a_machine_without_data()
    {
        var folder = Directory.CreateTempSubdirectory("receipt").FullName;
        var (receipt, evidence) = Issued();
        var (paper, plan) = (Path.Combine(folder, "receipt.pdf"), Path.Combine(folder, "plan.pdf"));
        await System.IO.File.WriteAllBytesAsync(paper, receipt);
        await System.IO.File.WriteAllBytesAsync(plan, Document);

        Assert.Equal((0, 5), await SayAsync(["verify", paper, plan, "--head", evidence.Head]));
        Assert.Equal(1, (await SayAsync(["verify", plan])).Code);
        Assert.Equal(1, (await SayAsync(["verify", paper, paper])).Code);
        Assert.Equal(2, (await SayAsync(["verify", paper + ".none"])).Code);
        Assert.Equal(2, (await SayAsync(["verify"])).Code);
        Assert.Null(await VerifyCommand.RunAsync(["audit", "verify"], TextWriter.Null, TextWriter.Null));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(int? Code, int Right)> SayAsync(string[] args)
    {
        await using var said = new StringWriter();
        var code = await VerifyCommand.RunAsync(args, said, TextWriter.Null);

        return (code, said.ToString().Split('\n').Count(static line => line.StartsWith('○')));
    }

    private static (byte[] Receipt, ReceiptEvidence Evidence) Issued()
    {
        var evidence = EvidenceOf(FactsOf());

        return (File(evidence), evidence);
    }

    private static byte[] File(ReceiptEvidence evidence) => ReceiptFile.Close(SheetPrinter.Print(
        ConsentSheet.Of(CaseAPapers.Consent with { ChainHead = evidence.Head }) with { Attached = new Attachment(ReceiptFile.EvidenceName, evidence.Write()) }).Bytes);

    private static ReceiptEvidence EvidenceOf(ConsentFacts facts)
    {
        var text = facts.Write();
        var entry = new AuditEntry
        {
            Position = 41,
            OfficeId = Guid.Parse("019b2c3d-0000-7000-8000-000000000001", System.Globalization.CultureInfo.InvariantCulture),
            At = facts.RecordedAt,
            Act = ReceiptEvidence.Act,
            About = ReceiptEvidence.AboutOf(facts.Consent),
            Text = ReceiptEvidence.SentenceOf(text),
        };
        var before = ConsentFacts.FingerprintOf("all that came before");

        return new ReceiptEvidence(text, entry, 40, before, AuditSeal.Link(before, entry.Hash()));
    }

    private static ReceiptEvidence WordOf(ReceiptEvidence answer)
    {
        var facts = ConsentFacts.Read(answer.Facts)!;
        var text = new WitnessFacts
        {
            Witness = Guid.Parse("019b2c3d-0000-7000-8000-000000000003", System.Globalization.CultureInfo.InvariantCulture),
            Consent = facts.Consent,
            AnswerFingerprint = ConsentFacts.FingerprintOf(answer.Facts),
            Client = facts.Client,
            SignerName = facts.SignerName,
            Answer = facts.Answer,
            WitnessName = "民生委員N",
            Standing = "民生委員",
            Method = "リンク（電磁的方法）",
            Identified = "専用のリンクと番号",
            ConfirmedOn = facts.AnsweredOn,
            RecordedAt = facts.RecordedAt.AddHours(1),
        }.Write();
        var entry = Copy(answer.Entry, position: answer.Entry.Position + 1, act: WitnessFacts.Act, text: WitnessFacts.SentenceOf(text));

        return new ReceiptEvidence(text, entry, answer.Number + 1, answer.ChainHash, AuditSeal.Link(answer.ChainHash, entry.Hash()));
    }

    private static ConsentFacts FactsOf() => new()
    {
        Consent = Guid.Parse("019b2c3d-0000-7000-8000-000000000002", System.Globalization.CultureInfo.InvariantCulture),
        Office = "相談支援事業所S",
        Client = "𠮷田 髙志",
        Document = "サービス等利用計画 第2版",
        DocumentSha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Document)),
        ExplainedBy = "専門員X",
        ExplainedOn = new DateOnly(2026, 3, 26),
        ExplainedPlace = "居宅",
        SignerName = "髙橋 﨑子",
        SignerKind = "保護者",
        SignerRelation = "母",
        Method = "リンク（電磁的方法）",
        Identified = "専用のリンクと番号",
        Answer = "同意",
        AnsweredOn = new DateOnly(2026, 3, 27),
        RecordedAt = new DateTimeOffset(2026, 3, 27, 1, 0, 0, TimeSpan.Zero),
    };

    private static AuditEntry Copy(
        AuditEntry entry, long? position = null, Guid? office = null, DateTimeOffset? at = null, string? act = null, string? about = null, Guid? caseId = null, Guid? personId = null, string? text = null) => new()
        {
            Position = position ?? entry.Position,
            OfficeId = office ?? entry.OfficeId,
            At = at ?? entry.At,
            PersonId = personId ?? entry.PersonId,
            Act = act ?? entry.Act,
            About = about ?? entry.About,
            CaseId = caseId ?? entry.CaseId,
            Text = text ?? entry.Text,
        };

    private static IEnumerable<string> Codes(VerifyReceipt.Result result) => result.Checks.Select(static check => check.Code);

    private static List<string> Wrong(VerifyReceipt.Result result) => [.. result.Checks.Where(static check => check.IsRight is false).Select(static check => check.Code)];
}
