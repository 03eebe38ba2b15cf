using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Privacy;

/// <summary>個人情報使用同意: one person's written consent that their data may be shown to one category of people.</summary>
public sealed class PrivacyConsent : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    /// <summary>Whose data: null for the client's own, else the family member's.</summary>
    public Guid? FamilyMemberId { get; init; }

    public required PrivacyCategory Category { get; init; }

    public required DateOnly GivenOn { get; init; }

    /// <summary>Scan of the signed paper.</summary>
    public Guid? DocumentId { get; init; }

    public Guid? CaseId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public Guid? RecordedBy { get; init; }

    public DateOnly? WithdrawnOn { get; private set; }

    public bool CoversOn(DateOnly day) => GivenOn <= day && (WithdrawnOn is null || day < WithdrawnOn);

    public void Withdraw(DateOnly on) => WithdrawnOn ??= on;
}
