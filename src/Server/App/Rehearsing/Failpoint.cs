using System.Diagnostics;
using System.Globalization;

namespace OfficeWorkflow.Server.App.Rehearsing;

/// <summary>
/// A named place at which a rehearsal kills itself, as <c>kill -9</c> would: <c>OFFICE_FAILPOINT=after:work-finished</c>, or
/// <c>…#3</c> for the third time it is reached. Only rehearsals have them.
/// </summary>
internal sealed class Failpoint
{
    private readonly string name;
    private readonly Action die;
    private int timesLeft;

    private Failpoint(string name, int times, Action die)
    {
        this.name = name;
        this.die = die;
        timesLeft = times;
    }

    /// <summary>What is told to a case; each is a commit.</summary>
    private static readonly string[] Inputs =
    [
        "started", "taken-over", "work-finished", "service-done", "service-failed", "timer-fired", "timer-set", "token-placed", "message-arrived", "signal-arrived",
        "child-ended", "child-failed", "child-escalated", "sent-back", "retried", "resolved", "asked-again", "corrected", "cancelled",
    ];

    /// <summary>Commits that tell no case anything.</summary>
    private static readonly string[] OtherCommits = ["message-kept", "entry-marked", "claim", "other"];

    /// <summary>Edges of the world: the performer is asked, the mark that it may leave is made.</summary>
    private static readonly string[] Edges = ["perform", "sending"];

    public static IReadOnlyList<string> Names { get; } =
        [.. Inputs.Concat(OtherCommits).Concat(Edges).SelectMany(static place => new[] { $"before:{place}", $"after:{place}" })];

    /// <param name="text">As in the environment; null for none.</param>
    /// <param name="die">What happens at the point; the process is killed when nothing else is said.</param>
    public static Failpoint? Read(string? text, Action? die = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var parts = text.Split('#', 2);
        return Names.Contains(parts[0], StringComparer.Ordinal)
            ? new Failpoint(parts[0], parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1, die ?? Process.GetCurrentProcess().Kill)
            : throw new InvalidOperationException($"There is no failpoint {parts[0]}. There are: {string.Join(' ', Names)}.");
    }

    public void Reach(string place)
    {
        if (string.Equals(place, name, StringComparison.Ordinal) && Interlocked.Decrement(ref timesLeft) == 0)
        {
            die();
        }
    }
}
