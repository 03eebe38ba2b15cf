using OfficeWorkflow.Server.Office.Plans;

namespace OfficeWorkflow.Server.Office.Compliance.Loading;

/// <summary>Which versions of a client belong to the round of plan making under way, or to the last one.</summary>
/// <param name="Since">When the round before ended; records without a plan belong to this round only when they are younger.</param>
internal sealed record PlanRound(ServicePlan? Draft, ServicePlan? Final, DateTimeOffset Since)
{
    /// <param name="plans">All versions of the client, with their needs.</param>
    public static PlanRound Of(IEnumerable<ServicePlan> plans)
    {
        var versions = plans.OrderBy(static plan => plan.Version).ToList();
        var draft = versions.LastOrDefault(static plan => plan.Stage is PlanStage.Draft);
        var final = versions.LastOrDefault(plan => plan.Stage is PlanStage.Final && plan.Version > (draft?.Version ?? 0));
        var before = versions.LastOrDefault(plan => plan.Stage is PlanStage.Final && plan.Version < (draft?.Version ?? 0));

        return new PlanRound(draft, final, before?.WrittenAt ?? DateTimeOffset.MinValue);
    }

    public bool Holds(Guid? planId) => planId is not null && (planId == Draft?.Id || planId == Final?.Id);
}
