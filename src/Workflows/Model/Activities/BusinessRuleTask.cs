namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>Values are found by a decision table. What a formula alone can tell needs no table: then it is only the mapping.</summary>
public sealed class BusinessRuleTask : Activity
{
    public DecisionTable? Table { get; init; }
}
