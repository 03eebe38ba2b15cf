using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Consents.Witnesses;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents.Receipts;

/// <summary>Proves a receipt from the file alone, with the document and the printed head where they are at hand. Needs no server.</summary>
public static class VerifyReceipt
{
    /// <param name="Facts">What the receipt says; null when it cannot be read.</param>
    public sealed record Result(ConsentFacts? Facts, string? Head, IReadOnlyList<ReceiptCheck> Checks)
    {
        private static readonly string[] ProvesTheFacts = ["receipt-whole", "facts-same", "audit-row-same", "chain-has-head"];

        /// <summary>The facts when the chain of this server proves them, else null: anybody can write a receipt with any words, and a page of ours must not say them.</summary>
        public ConsentFacts? Proven => ProvesTheFacts.All(code => Checks.Any(check => string.Equals(check.Code, code, StringComparison.Ordinal) && check.IsRight is true)) ? Facts : null;

        /// <summary>SHA-256 of the whole file.</summary>
        public string? FileSha256 { get; init; }

        /// <summary>The links of the chain that the words of witnesses made.</summary>
        public IReadOnlyList<string> WitnessHeads { get; init; } = [];

        /// <summary>Nothing is wrong; what could not be looked at is named in the checks.</summary>
        public bool IsRight => Checks.All(static check => check.IsRight is not false);
    }

    /// <param name="document">The document that the receipt is about, if it is at hand.</param>
    /// <param name="noted">The head as it stands on the paper, if somebody typed it.</param>
    public static Result Check(byte[] receipt, byte[]? document, string? noted)
    {
        if (ReceiptFile.EvidenceIn(receipt) is not { } evidence)
        {
            return new Result(null, null, [new("receipt-unreadable", false, "同意の控えのPDFではないか、証拠の部分が壊れています。事業所から受け取った元のファイルで確かめてください。")]);
        }

        var facts = ConsentFacts.Read(evidence.Facts);

        return new Result(
            facts, evidence.Head, [Whole(receipt), Facts(evidence), Row(evidence), Document(facts, document), Noted(evidence, noted), Authority, .. evidence.Witnesses.Select(word => Word(evidence, word))])
        {
            FileSha256 = Convert.ToHexStringLower(SHA256.HashData(receipt)),
            WitnessHeads = [.. evidence.Witnesses.Select(static word => word.Head)],
        };
    }

    /// <summary>
    /// Adds what only the office's own records can say: whether the link is still part of the chain, and whether the office made this very file.
    /// Anybody can write other words on the page of a receipt, leave its evidence alone and reckon its last line anew.
    /// </summary>
    public static async Task<Result> WithChainAsync(Result result, OfficeDbs dbs, CancellationToken stop)
    {
        if (result.Head is not { } head)
        {
            return result;
        }

        await using var db = dbs.Open(new Scope.System("sealer"));
        List<ReceiptCheck> checks =
        [
            .. result.Checks,
            await IsInChainAsync(db, head, stop)
                ? new("chain-has-head", true, "この事業所のいまの監査記録の中に、控えの値があります。")
                : new("chain-without-head", false, "控えの値が、この事業所のいまの監査記録の中にありません。よその事業所の控えか、記録が後から作り直されています。"),
            await IsIssuedAsync(db, result, stop)
                ? new("receipt-issued", true, "この事業所が出した控えと、紙面も含めて一字も違いません。")
                : new("receipt-not-issued", false, "この事業所が出した控えの中に、同じファイルがありません。紙面の言葉が書き換えられているかもしれません。事業所に電話などで確かめてください。"),
        ];
        foreach (var word in result.WitnessHeads)
        {
            checks.Add(await IsInChainAsync(db, word, stop)
                ? new("chain-has-witness", true, "この事業所のいまの監査記録の中に、立会人の確認があります。")
                : new("chain-without-witness", false, "立会人の確認が、この事業所のいまの監査記録の中にありません。控えか記録が後から作り直されています。"));
        }

        return result with { Checks = checks };
    }

    private static async Task<bool> IsInChainAsync(OfficeDb db, string head, CancellationToken stop) =>
        head.Split(':') is [var number, var hash] && long.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var wanted)
        && await db.AuditSeals.AnyAsync(seal => seal.Number == wanted && seal.ChainHash == hash, stop);

    private static async Task<bool> IsIssuedAsync(OfficeDb db, Result result, CancellationToken stop)
    {
        if (result.Facts is not { } facts || await db.Consents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == facts.Consent, stop) is not { } consent)
        {
            return false;
        }

        var client = consent.ClientId.ToString();

        return await db.Documents.AnyAsync(row => row.OfficeId == consent.OfficeId && row.Subject == client && row.Sha256 == result.FileSha256, stop);
    }

    /// <summary>What nobody can look at, because a receipt that is made without the internet has none of it.</summary>
    private static ReceiptCheck Authority { get; } = new(
        "authority-none",
        null,
        "電子証明書による署名と、時刻認証局のタイムスタンプは付いていません。返事の日時は事業所のサーバーの時計によるもので、記録が後から作り直されていないことは、紙に印刷された「監査記録の先頭」で確かめます。");

    /// <summary>The word of a witness is what its audit row knows, and is about this answer.</summary>
    private static ReceiptCheck Word(ReceiptEvidence answer, ReceiptEvidence word) =>
        string.Equals(word.Entry.Text, WitnessFacts.SentenceOf(word.Facts), StringComparison.Ordinal)
        && Row(word).IsRight is true
        && string.Equals(WitnessFacts.Read(word.Facts)?.AnswerFingerprint, ConsentFacts.FingerprintOf(answer.Facts), StringComparison.Ordinal)
            ? new("witness-same", true, "立会人の確認は、監査記録にある指紋と同じで、この返事についてのものです。")
            : new("witness-changed", false, "立会人の確認が、監査記録にある指紋と違うか、別の返事についてのものです。");

    private static ReceiptCheck Whole(byte[] receipt) => ReceiptFile.IsWhole(receipt)
        ? new("receipt-whole", true, "控えのファイルは、途中で壊れていません。紙面の言葉が書き換えられていないかまでは、これではわかりません。")
        : new("receipt-changed", false, "控えのファイルが、作られた後に変えられています。");

    private static ReceiptCheck Facts(ReceiptEvidence evidence) =>
        string.Equals(evidence.Entry.Text, ReceiptEvidence.SentenceOf(evidence.Facts), StringComparison.Ordinal)
            ? new("facts-same", true, "返事の内容は、監査記録にある指紋と同じです。")
            : new("facts-changed", false, "返事の内容が、監査記録にある指紋と違います。内容か監査記録の文が変えられています。");

    private static ReceiptCheck Row(ReceiptEvidence evidence) =>
        string.Equals(evidence.ChainHash, AuditSeal.Link(evidence.Before, evidence.Entry.Hash()), StringComparison.Ordinal)
            ? new("audit-row-same", true, "監査記録の行は、封印したときと同じです。")
            : new("audit-row-changed", false, "監査記録の行が、封印したときと違います。");

    private static ReceiptCheck Document(ConsentFacts? facts, byte[]? document)
    {
        if (facts?.DocumentSha256 is not { } hash)
        {
            return new("document-none", null, "この返事には、照合できる書類のファイルがありません。");
        }

        return document switch
        {
            null => new("document-not-given", null, "書類のファイルがないので、同じ書類かどうかは確かめていません。"),
            _ when string.Equals(Convert.ToHexStringLower(SHA256.HashData(document)), hash, StringComparison.Ordinal) =>
                new("document-same", true, "書類は、説明を受けたものと一字も違いません。"),
            _ => new("document-changed", false, "書類が、説明を受けたものと違います。"),
        };
    }

    private static ReceiptCheck Noted(ReceiptEvidence evidence, string? noted) => noted?.Trim() switch
    {
        null or "" => new("head-not-given", null, "紙に印刷された「監査記録の先頭」を入力すると、記録全体が作り直されていないかも確かめられます。"),
        var typed when string.Equals(Plain(typed), evidence.Head, StringComparison.OrdinalIgnoreCase) => new("head-same", true, "紙に印刷された値と同じです。"),
        _ => new("head-differs", false, "紙に印刷された値と違います。控えか監査記録が後から作り直されています。"),
    };

    /// <summary>As people copy it: with spaces, line breaks and full-width letters.</summary>
    private static string Plain(string typed) =>
        string.Concat(typed.Normalize(System.Text.NormalizationForm.FormKC).Where(static letter => !char.IsWhiteSpace(letter)));
}
