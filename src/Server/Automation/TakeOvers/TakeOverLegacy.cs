using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.TakeOvers;

/// <summary>What the steps before would have left behind.</summary>
/// <param name="Variables">In the case.</param>
/// <param name="About">Which record of the wing the round is about, where there is one.</param>
public sealed record TakeOverLegacy(Value.Record Variables, string? About);
