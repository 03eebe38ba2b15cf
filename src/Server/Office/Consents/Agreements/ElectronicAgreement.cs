using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents.Agreements;

/// <summary>電磁的方法の承諾: one person agreed beforehand to be asked and to answer electronically, by which means; taken back at any time.</summary>
public sealed class ElectronicAgreement : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    /// <summary>Who agreed: the client, or who signs for the client.</summary>
    public required string PersonName { get; init; }

    /// <summary>方法とファイルの形式, as it was shown to the person.</summary>
    public required string Means { get; init; }

    public required DateOnly AgreedOn { get; init; }

    public required Guid RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public DateOnly? RevokedOn { get; private set; }

    public Guid? RevokedBy { get; private set; }

    public bool IsInForce => RevokedOn is null;

    public void Revoke(DateOnly on, Guid by)
    {
        if (IsInForce)
        {
            (RevokedOn, RevokedBy) = (on, by);
        }
    }
}
