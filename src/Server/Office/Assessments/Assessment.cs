using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Assessments;

/// <summary>アセスメント: the visit and interview that a plan rests on, done by the 相談支援専門員 in person.</summary>
public sealed class Assessment : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public Guid? CaseId { get; init; }

    public required DateTimeOffset VisitedAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Null only in records taken over from elsewhere; the act asks for it.</summary>
    public required VisitPlace? Place { get; init; }

    public string? PlaceName { get; init; }

    public required VisitMethod Method { get; init; }

    /// <summary>For video: the area and the conditions that allow it.</summary>
    public string? VideoReason { get; init; }

    public required bool UserPresent { get; init; }

    public string? UserAbsentReason { get; init; }

    public required bool FamilyPresent { get; init; }

    /// <summary>Who of the family, or others, was there.</summary>
    public string? PresentPersons { get; init; }

    public string? FamilyAbsentReason { get; init; }

    public required bool PurposeExplained { get; init; }

    /// <summary>概要: how it came to this, situation and issues.</summary>
    public string? Overview { get; init; }

    /// <summary>本人の主訴(意向・希望).</summary>
    public required string Hopes { get; init; }

    /// <summary>家族の主訴(意向・希望).</summary>
    public string? FamilyHopes { get; init; }

    public string? LifeHistory { get; init; }

    public string? Medical { get; init; }

    /// <summary>Living environment.</summary>
    public required string Environment { get; init; }

    /// <summary>Help received now, public and other.</summary>
    public string? CurrentSupport { get; init; }

    /// <summary>Strengths.</summary>
    public string? Strengths { get; init; }

    public required string Issues { get; init; }

    /// <summary>意思決定支援: will, preferences and judging ability where deciding is hard.</summary>
    public string? DecisionSupport { get; init; }

    public required Guid PerformedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
