namespace OfficeWorkflow.Server.Automation.Work.Api;

/// <summary>One page of work items.</summary>
/// <param name="Next">What <c>after</c> must be for the next page; null at the end.</param>
internal sealed record WorkPageJson(IReadOnlyList<WorkJson> Items, string? Next);
