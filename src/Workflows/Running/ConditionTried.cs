using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Running;

/// <param name="Text">The condition as written.</param>
/// <param name="Values">The variables that it read.</param>
/// <param name="Result">What came out; null (nothing) when it could not be told.</param>
public sealed record ConditionTried(string FlowId, string Text, Value.Record Values, Value Result);
