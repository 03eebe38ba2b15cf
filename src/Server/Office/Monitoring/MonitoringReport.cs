using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Monitoring;

/// <summary>モニタリング報告書(継続サービス利用支援): the visit, the interview and what became of each need of the plan.</summary>
public sealed class MonitoringReport : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>The plan that is monitored; null only in records taken over from elsewhere.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>First day of the designated month.</summary>
    public required DateOnly Month { get; init; }

    public required DateTimeOffset VisitedAt { get; init; }

    /// <summary>Null only in records taken over from elsewhere; the act asks for it.</summary>
    public required VisitPlace? Place { get; init; }

    public string? PlaceName { get; init; }

    /// <summary>Whether the client was interviewed.</summary>
    public required bool Interviewed { get; init; }

    public string? NotInterviewedReason { get; init; }

    /// <summary>総合的な援助の方針, copied from the plan.</summary>
    public string? Policy { get; init; }

    /// <summary>全体の状況.</summary>
    public required string Overall { get; init; }

    public required MonitoringResult Result { get; init; }

    /// <summary>Why, when it is not simply 継続.</summary>
    public string? ResultReason { get; init; }

    public DateOnly? NextOn { get; init; }

    public required Guid PerformedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public IList<MonitoringRow> Rows { get; } = [];

    /// <summary>A kind or an amount must change: only the municipality can decide that, on a new plan.</summary>
    public bool AsksForDecision => Rows.Any(static row => row.KindChange || row.AmountChange);
}
