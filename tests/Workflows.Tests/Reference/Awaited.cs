using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>Something from outside that may happen to an instance or a frame.</summary>
/// <param name="Owner">Number of the instance; of the frame for the start of an event subprocess.</param>
/// <param name="Kind"><c>work</c>, <c>service</c>, <c>timer</c>, <c>message</c> or <c>case</c>.</param>
/// <param name="Anchor">When a timer was armed first.</param>
/// <param name="Ordinal">Which time of a cycle is next, from 1.</param>
internal sealed record Awaited(int No, int Owner, FlowNode Node, string Kind, DateTimeOffset Anchor, int Ordinal = 1);
