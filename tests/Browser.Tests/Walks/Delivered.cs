namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>What the product showed of case A when the plan had been delivered.</summary>
/// <param name="Client">Address of the client's page.</param>
/// <param name="Case">Address of the case's page.</param>
/// <param name="Duties">Code and state of each duty, as the client's page says.</param>
/// <param name="Story">The headlines of the case's page: day, kind, who and what.</param>
/// <param name="Moments">When each line of the story happened, folded ones included, in the page's order.</param>
/// <param name="Plan">The letters of the plan's PDF.</param>
internal sealed record Delivered(
    string Client, string Case, IReadOnlyList<string> Duties, IReadOnlyList<string> Story, IReadOnlyList<string> Moments, string Plan);
