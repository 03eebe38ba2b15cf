namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>What the case's page tells of 利用者A's plan, line by line: day, kind, who, what.</summary>
internal static class StoryOfA
{
    public static IReadOnlyList<string> Headlines { get; } =
    [
    ];
}
