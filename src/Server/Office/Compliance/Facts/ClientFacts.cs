using System.Collections.Immutable;

namespace OfficeWorkflow.Server.Office.Compliance.Facts;

/// <summary>What is known of one client's round of plan making, as far as duties ask: evidence only, no wishes.</summary>
/// <param name="Today">The civil day in Tokyo on which the duties are looked at.</param>
public sealed record ClientFacts(DateOnly Today)
{
    /// <summary>Whether a guardian contracts, consents and receives.</summary>
    public bool IsChild { get; init; }

    public ContractFact? Contract { get; init; }

    /// <summary>契約内容報告 to the municipality.</summary>
    public DateOnly? ContractReportedOn { get; init; }

    /// <summary>計画案提出依頼 of the municipality.</summary>
    public RequestFact? Request { get; init; }

    public AssessmentFact? Assessment { get; init; }

    public PlanFact? Draft { get; init; }

    public ConsentFact? DraftConsent { get; init; }

    public DateOnly? DraftDeliveredOn { get; init; }

    public DateOnly? DraftSubmittedOn { get; init; }

    public DecisionFact? Decision { get; init; }

    public MeetingFact? Meeting { get; init; }

    public ImmutableArray<PrivacyFact> PrivacyConsents { get; init; } = [];

    /// <summary>Family members whose data the plan or the meeting shows.</summary>
    public ImmutableArray<string> Family { get; init; } = [];

    public PlanFact? Plan { get; init; }

    public ConsentFact? PlanConsent { get; init; }

    public ImmutableArray<DeliveryFact> PlanDeliveries { get; init; } = [];

    internal bool HasDecisionOrLater => Decision is not null || HasMeetingOrLater;

    internal bool HasMeetingOrLater => Meeting?.HeldOn is not null || Plan is not null || PlanConsent is not null || !PlanDeliveries.IsEmpty;

    internal bool HasSubmissionOrLater => DraftSubmittedOn is not null || HasDecisionOrLater;
}
