namespace OfficeWorkflow.Workflows.Tests.Outside.Peer;

/// <summary>Why a run comes out otherwise, as the sections of docs/engine-questions.md are called.</summary>
internal static class Reasons
{
    /// <param name="same">How many looks at what is waited for were the same.</param>
    /// <param name="they">What the peer waits for at the next one.</param>
    public static string Of(PeerRun run, int same, string? they)
    {
        var we = run.Waits.ElementAtOrDefault(same) ?? "";
        if (run.Stuck.Contains("error-uncaught"))
        {
            return "error-caught-by-nobody";
        }

        if (run.Stuck.Contains("no-flow-taken"))
        {
            return "no-way-taken";
        }

        if (run.Xml.Contains("linkEventDefinition", StringComparison.Ordinal))
        {
            return "link-given-up";
        }

        if (run.Stuck.Contains("join-starved"))
        {
            return "join-that-cannot-fire";
        }

        if (we.Split(' ').CountBy(static id => id, StringComparer.Ordinal).Any(static count => count.Value > 1))
        {
            return "one-token-at-a-time";
        }

        return same > 0 && they is not null && StandsStill(run.Waits[same - 1], they) ? "join-behind-a-way-given-up" : "unexplained";
    }

    /// <summary>The answered one is gone, and nothing came of it.</summary>
    private static bool StandsStill(string before, string after)
    {
        var left = before.Split(' ').ToList();

        return after.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(left.Remove) && left.Count > 0;
    }
}
