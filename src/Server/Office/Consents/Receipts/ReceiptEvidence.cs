using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Consents.Witnesses;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents.Receipts;

/// <summary>
/// What proves a receipt without its server: the facts, the audit row that names their fingerprint, and the link of the chain that the row
/// made. The head of the chain at that link is printed on the receipt.
/// </summary>
/// <param name="Facts">The text of <see cref="ConsentFacts"/>, octet by octet.</param>
/// <param name="Before">Hash of the chain before the row.</param>
/// <param name="ChainHash">Hash of the chain with the row.</param>
public sealed record ReceiptEvidence(string Facts, AuditEntry Entry, long Number, string Before, string ChainHash)
{
    public const string Act = "consent-answered";

    /// <summary>On one receipt: anybody may ask to have one proved, and each word is looked up.</summary>
    public const int MostWitnesses = 20;

    private const int Format = 1;

    /// <summary>What proves the words of those who were there, each like the answer itself.</summary>
    public IReadOnlyList<ReceiptEvidence> Witnesses { get; init; } = [];

    /// <summary>As it is printed and noted down.</summary>
    public string Head => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Number}:{ChainHash}");

    public static string AboutOf(Guid consentId) => $"consent:{consentId}";

    /// <summary>The sentence of the audit row: it binds the facts and says nothing about the person.</summary>
    public static string SentenceOf(string facts) => $"説明と同意の返事が記録されました。証拠の指紋: {ConsentFacts.FingerprintOf(facts)}";

    /// <returns>Null where the answer has no facts, or one of the rows no seal yet.</returns>
    internal static async Task<ReceiptEvidence?> FindAsync(OfficeDb db, Consent consent, CancellationToken stop)
    {
        var about = AboutOf(consent.Id);
        var rows = db.Audit.AsNoTracking().Where(row => row.About == about);
        if (consent.Facts is not { } facts || await SealedAsync(db, rows.Where(static row => row.Act == Act), facts, stop) is not { } answer)
        {
            return null;
        }

        var witnesses = new List<ReceiptEvidence>();
        foreach (var word in await db.Witnesses.Where(row => row.ConsentId == consent.Id && row.Facts != null).OrderBy(static row => row.ConfirmedAt).Select(static row => row.Facts!).ToListAsync(stop))
        {
            var sentence = WitnessFacts.SentenceOf(word);
            if (await SealedAsync(db, rows.Where(row => row.Act == WitnessFacts.Act && row.Text == sentence), word, stop) is not { } proof)
            {
                return null;
            }

            witnesses.Add(proof);
        }

        return answer with { Witnesses = witnesses };
    }

    public byte[] Write()
    {
        var witnesses = Witnesses.Count == 0 ? "" : $",\"witnesses\":[{string.Join(',', Witnesses.Select(static witness => $"{{{witness.Proof()}}}"))}]";

        return Encoding.UTF8.GetBytes($$"""{"format":{{Format}},{{Proof()}}{{witnesses}}}""");
    }

    /// <returns>Null when the bytes are no such evidence.</returns>
    public static ReceiptEvidence? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var read = JsonDocument.Parse(bytes);
            var root = read.RootElement;
            var hasWitnesses = root.TryGetProperty("witnesses", out var words);
            if (root.GetProperty("format").GetInt32() != Format || (hasWitnesses && words.GetArrayLength() > MostWitnesses) || Read(root) is not { } answer)
            {
                return null;
            }

            var witnesses = hasWitnesses ? words.EnumerateArray().Select(Read).ToList() : [];

            return witnesses.Contains(null) ? null : answer with { Witnesses = [.. witnesses.OfType<ReceiptEvidence>()] };
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static ReceiptEvidence? Read(JsonElement proof)
    {
        var seal = proof.GetProperty("seal");

        return proof.GetProperty("entry").Deserialize<AuditEntry>() is { } entry
            ? new ReceiptEvidence(
                proof.GetProperty("facts").GetRawText(), entry, seal.GetProperty("number").GetInt64(),
                seal.GetProperty("before").GetString() ?? "", seal.GetProperty("chain").GetString() ?? "")
            : null;
    }

    private static async Task<ReceiptEvidence?> SealedAsync(OfficeDb db, IQueryable<AuditEntry> rows, string facts, CancellationToken stop)
    {
        if (await rows.FirstOrDefaultAsync(stop) is not { } entry
            || await db.AuditSeals.AsNoTracking().SingleOrDefaultAsync(row => row.EntryPosition == entry.Position, stop) is not { } seal)
        {
            return null;
        }

        var before = await db.AuditSeals.AsNoTracking().SingleOrDefaultAsync(row => row.Number == seal.Number - 1, stop);

        return new ReceiptEvidence(facts, entry, seal.Number, before?.ChainHash ?? "", seal.ChainHash);
    }

    private string Proof()
    {
        var entry = JsonSerializer.Serialize(new { Entry.Position, Entry.OfficeId, At = UtcMoment.AsStored(Entry.At), Entry.PersonId, Entry.Act, Entry.About, Entry.CaseId, Entry.Text });
        var seal = JsonSerializer.Serialize(new { number = Number, before = Before, chain = ChainHash });

        return $"\"facts\":{Facts},\"entry\":{entry},\"seal\":{seal}";
    }
}
