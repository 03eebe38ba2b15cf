using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Consents.Receipts;

/// <summary>
/// What was agreed to, by whom, when and how it was known who it was: written down once, in the commit of the answer, whose audit row keeps
/// the fingerprint of exactly this text.
/// </summary>
public sealed record ConsentFacts
{
    /// <summary>Names stand as they are written, so that a person can read the text too.</summary>
    internal static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required Guid Consent { get; init; }

    public required string Office { get; init; }

    public required string Client { get; init; }

    /// <summary>Title and version of what was shown.</summary>
    public required string Document { get; init; }

    /// <summary>SHA-256 of what was shown; null where there was no file.</summary>
    public string? DocumentSha256 { get; init; }

    public required string ExplainedBy { get; init; }

    public required DateOnly ExplainedOn { get; init; }

    public required string ExplainedPlace { get; init; }

    public required string SignerName { get; init; }

    public required string SignerKind { get; init; }

    public string? SignerRelation { get; init; }

    /// <summary>Why a 代理人 answered.</summary>
    public string? SignerReason { get; init; }

    /// <summary>What was shown in やさしい日本語 beside the document.</summary>
    public string? EasyText { get; init; }

    public required string Method { get; init; }

    /// <summary>How it was made sure who answered.</summary>
    public required string Identified { get; init; }

    public string? ElectronicAgreement { get; init; }

    public required string Answer { get; init; }

    public required DateOnly AnsweredOn { get; init; }

    /// <summary>When the answer was recorded, in UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>From where it came: the network address and program of the one who answered; null on paper.</summary>
    public string? AnsweredFrom { get; init; }

    public string? Reason { get; init; }

    /// <summary>SHA-256 of the scan of the signed paper, or of the picture of what was signed on the screen.</summary>
    public string? ScanSha256 { get; init; }

    /// <summary>Who of the staff recorded a paper.</summary>
    public string? RecordedBy { get; init; }

    public string Write() => JsonSerializer.Serialize(this, Plain);

    /// <returns>Null when the text is no such facts.</returns>
    public static ConsentFacts? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ConsentFacts>(text, Plain);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string FingerprintOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    internal static async Task<ConsentFacts> OfAsync(OfficeDb db, Consent consent, ServicePlan plan, CancellationToken stop) => new()
    {
        Consent = consent.Id,
        Office = await db.Offices.Where(office => office.Id == consent.OfficeId).Select(static office => office.Name).SingleOrDefaultAsync(stop) ?? "",
        Client = await db.Clients.Where(client => client.Id == consent.ClientId).Select(static client => client.Name).SingleOrDefaultAsync(stop) ?? "",
        Document = $"{Words.Of(plan.Stage)} 第{plan.Version}版（{JapaneseEra.Date(plan.WrittenOn)}作成）",
        DocumentSha256 = consent.DocumentHash,
        ExplainedBy = await NameAsync(db, consent.ExplainedBy, stop) ?? "",
        ExplainedOn = consent.ExplainedOn,
        ExplainedPlace = consent.ExplainedPlace,
        SignerName = consent.SignerName,
        SignerKind = ConsentWords.Of(consent.Signer),
        SignerRelation = consent.SignerRelation,
        SignerReason = consent.SignerReason,
        EasyText = consent.EasyText,
        Method = ConsentWords.Of(consent.Method),
        Identified = ConsentWords.Identified(consent, await Requested.AddressAsync(db, consent, stop)),
        ElectronicAgreement = consent.ElectronicAgreedOn is { } agreed ? $"{JapaneseEra.Date(agreed)} {consent.ElectronicMeans}" : null,
        Answer = ConsentWords.Of(consent.Outcome),
        AnsweredOn = consent.ConsentedOn ?? default,
        RecordedAt = UtcMoment.AsStored(consent.AnsweredAt ?? default),
        AnsweredFrom = consent.AnsweredFrom,
        Reason = consent.DeclinedReason,
        ScanSha256 = consent.DocumentId is { } scan ? (await db.Documents.FindAsync([scan], stop))?.Sha256 : null,
        RecordedBy = consent.AnswerRecordedBy is { } by ? await NameAsync(db, by, stop) : null,
    };

    private static Task<string?> NameAsync(OfficeDb db, Guid personId, CancellationToken stop) =>
        db.People.Where(person => person.Id == personId).Select(static person => person.Name).SingleOrDefaultAsync(stop);
}
