namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>A plan is made twice.</summary>
public enum PlanStage
{
    /// <summary>計画案: before the decision.</summary>
    Draft,

    /// <summary>計画: after the decision and the meeting.</summary>
    Final,
}
