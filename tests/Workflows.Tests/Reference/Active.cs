using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>An instance of a node.</summary>
/// <param name="Round">How often a standard loop has been through.</param>
/// <param name="Trouble">Why it failed.</param>
internal sealed record Active(int No, int Frame, FlowNode Node, Phase Phase, int Round = 0, string? Trouble = null);
