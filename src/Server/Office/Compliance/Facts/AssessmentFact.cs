namespace OfficeWorkflow.Server.Office.Compliance.Facts;

/// <summary>アセスメント: who visited whom where.</summary>
public sealed record AssessmentFact(DateOnly VisitedOn)
{
    public bool BySpecialist { get; init; }

    public bool IsVideo { get; init; }

    /// <summary>居宅, 施設 or 病院, in words; null when the record does not say where.</summary>
    public string? Place { get; init; }

    /// <summary>Area and conditions that allow video.</summary>
    public string? VideoReason { get; init; }

    public bool UserPresent { get; init; }

    public bool FamilyPresent { get; init; }

    public string? FamilyAbsentReason { get; init; }
}
