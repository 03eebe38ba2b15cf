using OfficeWorkflow.Server.Office.Privacy;

namespace OfficeWorkflow.Server.Office.Compliance.Facts;

/// <summary>個人情報使用同意.</summary>
/// <param name="FamilyMember">Whose data: null for the client's own, else the family member's name.</param>
public sealed record PrivacyFact(PrivacyCategory Category, string? FamilyMember, DateOnly GivenOn)
{
    public DateOnly? WithdrawnOn { get; init; }

    internal bool CoversOn(DateOnly day) => GivenOn <= day && (WithdrawnOn is null || day < WithdrawnOn);
}
