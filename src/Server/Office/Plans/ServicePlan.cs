using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>
/// One version of サービス等利用計画(案) or 障害児支援利用計画(案). Its text never changes: a correction is a new version with a reason.
/// What may still be said about a version is that it was agreed to, once, and which document shows it.
/// </summary>
public sealed class ServicePlan : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public Guid? CaseId { get; init; }

    public required PlanStage Stage { get; init; }

    /// <summary>Counts the client's versions of both stages, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The version that this one was made from.</summary>
    public Guid? PreviousId { get; init; }

    /// <summary>Why there is a version after another of the same stage.</summary>
    public string? CorrectionReason { get; init; }

    public Guid? AssessmentId { get; init; }

    /// <summary>The certificate known when it was written.</summary>
    public Guid? CertificateId { get; init; }

    /// <summary>計画(案)作成日. Of a final plan it becomes the day of consent.</summary>
    public DateOnly CreatedOn { get; private set; }

    /// <summary>計画開始年月, the first day of that month.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>希望する生活: the client's own wish.</summary>
    public required string UserWish { get; init; }

    /// <summary>The family's wish, written apart from the client's.</summary>
    public required string FamilyWish { get; init; }

    /// <summary>総合的な援助の方針.</summary>
    public required string Policy { get; init; }

    public required string LongGoal { get; init; }

    public DateOnly? LongGoalBy { get; init; }

    public required string ShortGoal { get; init; }

    public DateOnly? ShortGoalBy { get; init; }

    /// <summary>モニタリング期間の提案, in words.</summary>
    public required string MonitoringProposal { get; init; }

    /// <summary>Months between visits that the office proposes.</summary>
    public int? MonitoringInterval { get; init; }

    /// <summary>モニタリング期間(開始年月), the first day of that month.</summary>
    public DateOnly? MonitoringFrom { get; init; }

    /// <summary>Why more than 180 days of 短期入所 a year are needed.</summary>
    public string? ShortStayReason { get; init; }

    /// <summary>主な日常生活上の活動.</summary>
    public string? MainActivities { get; init; }

    /// <summary>週単位以外のサービス.</summary>
    public string? OutsideWeek { get; init; }

    /// <summary>サービス提供によって実現する生活の全体像.</summary>
    public string? WholePicture { get; init; }

    /// <summary>計画作成担当者.</summary>
    public required Guid WrittenBy { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public DateOnly? ConsentedOn { get; private set; }

    /// <summary>The stored PDF that was shown, and its SHA-256 in lower-case hex.</summary>
    public Guid? DocumentId { get; private set; }

    public string? DocumentHash { get; private set; }

    public IList<NeedRow> Needs { get; } = [];

    public IList<WeeklyRow> Week { get; } = [];

    public bool IsConsented => ConsentedOn is not null;

    /// <summary>The day typed when it was written; the day of consent takes its place in a final plan.</summary>
    public required DateOnly WrittenOn
    {
        get;
        init
        {
            field = value;
            CreatedOn = value;
        }
    }

    /// <summary>Records the consent, once.</summary>
    public Refusal? Agree(DateOnly on)
    {
        if (IsConsented)
        {
            return new Refusal("plan-already-consented", "この版にはすでに同意があります。直すときは理由を添えて新しい版を作ってください。", Kind: RefusalKind.Conflict);
        }

        ConsentedOn = on;
        // 計画作成日は同意日 (duty: plan-consent); a draft keeps the day on which it was written.
        CreatedOn = Stage is PlanStage.Final ? on : CreatedOn;

        return null;
    }

    /// <summary>Binds the version to the document that shows it; once consented, the document stays.</summary>
    public Refusal? Attach(Guid documentId, string sha256)
    {
        if (IsConsented)
        {
            return new Refusal("plan-already-consented", "同意済みの版の文書は差し替えられません。", Kind: RefusalKind.Conflict);
        }

        (DocumentId, DocumentHash) = (documentId, sha256);

        return null;
    }
}
