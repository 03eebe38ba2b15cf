using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>A token on a sequence flow (BPMN 2.0.2, 7.2.1 and 13.3.1).</summary>
/// <param name="IsStarved">Whether it is known that what it waits for cannot come.</param>
internal sealed record OnFlow(int No, int Frame, SequenceFlow Flow, bool IsStarved = false);
