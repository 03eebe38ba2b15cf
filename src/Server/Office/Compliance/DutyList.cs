using System.Collections.Immutable;
using OfficeWorkflow.Server.Office.Compliance.Duties;

namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>Contents: every duty of making a plan, in the order of the steps.</summary>
internal static class DutyList
{
    public static ImmutableArray<Duty> All { get; } =
    [
        ContractInOrder.Duty,
        ContractReported.Duty,
        PlanRequested.Duty,
        HomeVisitRecorded.Duty,
        VideoInterviewAllowed.Duty,
        DraftComplete.Duty,
        ShortStayWithinYear.Duty,
        DraftConsentGiven.Duty,
        DraftDelivered.Duty,
        DraftSubmitted.Duty,
        AmountsCompared.Duty,
        MeetingAfterDecision.Duty,
        ProvidersHeard.Duty,
        UserTookPart.Duty,
        PrivacyCovered.Duty,
        MinutesComplete.Duty,
        PlanConsentGiven.Duty,
        PlanDelivered.Duty,
    ];
}
