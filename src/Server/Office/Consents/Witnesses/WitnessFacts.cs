using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents.Witnesses;

/// <summary>Who was there at which answer, written down once in the commit of the witness's word; the audit row keeps the fingerprint of this text.</summary>
public sealed record WitnessFacts
{
    public const string Act = "consent-witnessed";

    public required Guid Witness { get; init; }

    public required Guid Consent { get; init; }

    /// <summary>Fingerprint of the facts of the answer that was witnessed; null for one that was given before there were receipts.</summary>
    public string? AnswerFingerprint { get; init; }

    public required string Client { get; init; }

    public required string SignerName { get; init; }

    public required string Answer { get; init; }

    public required string WitnessName { get; init; }

    public required string Standing { get; init; }

    public required string Method { get; init; }

    /// <summary>How it was made sure who confirmed.</summary>
    public required string Identified { get; init; }

    public required DateOnly ConfirmedOn { get; init; }

    /// <summary>When it was recorded, in UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public string? ConfirmedFrom { get; init; }

    /// <summary>SHA-256 of the scan of the signed paper.</summary>
    public string? ScanSha256 { get; init; }

    public string? RecordedBy { get; init; }

    /// <summary>The sentence of the audit row: it binds the facts and says nothing about the person.</summary>
    public static string SentenceOf(string facts) => $"立会人が、同意の場に立ち会ったことを確かめました。証拠の指紋: {ConsentFacts.FingerprintOf(facts)}";

    public string Write() => JsonSerializer.Serialize(this, ConsentFacts.Plain);

    /// <returns>Null when the text is no such facts.</returns>
    public static WitnessFacts? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<WitnessFacts>(text, ConsentFacts.Plain);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static async Task<WitnessFacts> OfAsync(OfficeDb db, Witness witness, Consent consent, CancellationToken stop) => new()
    {
        Witness = witness.Id,
        Consent = consent.Id,
        AnswerFingerprint = consent.Facts is { } facts ? ConsentFacts.FingerprintOf(facts) : null,
        Client = await db.Clients.Where(client => client.Id == consent.ClientId).Select(static client => client.Name).SingleOrDefaultAsync(stop) ?? "",
        SignerName = consent.SignerName,
        Answer = ConsentWords.Of(consent.Outcome),
        WitnessName = witness.Name,
        Standing = witness.Standing,
        Method = ConsentWords.Of(witness.Method),
        Identified = WitnessWords.Identified(witness, await MailedTo.AddressAsync(db, consent.CaseId, WitnessPurpose.Key, witness.Id.ToString(), stop) ?? witness.Mail),
        ConfirmedOn = witness.ConfirmedOn ?? default,
        RecordedAt = UtcMoment.AsStored(witness.ConfirmedAt ?? default),
        ConfirmedFrom = witness.ConfirmedFrom,
        ScanSha256 = witness.DocumentId is { } scan ? (await db.Documents.FindAsync([scan], stop))?.Sha256 : null,
        RecordedBy = witness.RecordedBy is { } by ? await db.People.Where(person => person.Id == by).Select(static person => person.Name).SingleOrDefaultAsync(stop) : null,
    };
}
