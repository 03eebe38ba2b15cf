namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>What one duty says about a client.</summary>
/// <param name="Sentence">Japanese, for the person who must act.</param>
/// <param name="FollowsFrom">Code of the duty whose finding is the cause, when this is no finding of its own.</param>
public sealed record Verdict(DutyState State, string Sentence, string? FollowsFrom = null)
{
    public static Verdict Met(string sentence) => new(DutyState.Met, sentence);

    public static Verdict NotYet(string sentence) => new(DutyState.NotYetDue, sentence);

    public static Verdict Missing(string sentence) => new(DutyState.Missing, sentence);

    public static Verdict Violated(string sentence) => new(DutyState.Violated, sentence);

    /// <summary>Missing when its turn has passed, else not yet due.</summary>
    public static Verdict Lacking(bool isDue, string sentence) => new(isDue ? DutyState.Missing : DutyState.NotYetDue, sentence);

    /// <summary>Violated by all that is wrong, or met when nothing is.</summary>
    public static Verdict Of(IEnumerable<string> wrongs, string whenMet)
    {
        var wrong = string.Join(' ', wrongs);

        return wrong.Length == 0 ? Met(whenMet) : Violated(wrong);
    }
}
