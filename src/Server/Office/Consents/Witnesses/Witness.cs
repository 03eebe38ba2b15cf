using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents.Witnesses;

/// <summary>
/// 立会人: who was there when somebody agreed, or did not, and says so by name. The consent is whole without it; where a witness was asked,
/// the word stands beside the answer, once.
/// </summary>
public sealed class Witness : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ConsentId { get; init; }

    public required string Name { get; init; }

    /// <summary>立場: staff, a relative, a 民生委員.</summary>
    public required string Standing { get; init; }

    /// <summary>Paper, link or the office's tablet.</summary>
    public required ConsentMethod Method { get; init; }

    public string? Mail { get; init; }

    public required Guid AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The day of the signature or of the answer by link.</summary>
    public DateOnly? ConfirmedOn { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Network address and program that it came from; null on paper.</summary>
    public string? ConfirmedFrom { get; private set; }

    public string? TypedName { get; private set; }

    /// <summary>Scan of the paper with the witness's signature.</summary>
    public Guid? DocumentId { get; private set; }

    public Guid? RecordedBy { get; private set; }

    /// <summary>What was confirmed, as its audit row knows it by fingerprint.</summary>
    public string? Facts { get; private set; }

    public bool IsConfirmed => ConfirmedAt is not null;

    internal static Refusal AlreadyConfirmed { get; } =
        new("witness-already-confirmed", "立会人の確認は、すでに受け取っています。", Kind: RefusalKind.Conflict);

    /// <summary>Records the one word.</summary>
    public Refusal? Confirm(WitnessWord word)
    {
        if (IsConfirmed)
        {
            return AlreadyConfirmed;
        }

        (ConfirmedOn, ConfirmedAt, ConfirmedFrom) = (word.On, word.At, word.From);
        (TypedName, DocumentId, RecordedBy) = (word.TypedName, word.DocumentId, word.RecordedBy);

        return null;
    }

    /// <summary>Writes down once what was confirmed.</summary>
    public void Prove(string facts) => Facts ??= facts;
}
