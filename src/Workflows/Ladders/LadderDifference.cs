namespace OfficeWorkflow.Workflows.Ladders;

/// <summary>What a change of ladders means, in sentences that stand in the list of versions.</summary>
public static class LadderDifference
{
    /// <param name="nameOf">The name of a role.</param>
    public static string Words(IEnumerable<Ladder> before, IReadOnlyCollection<Rung> changed, Func<string, string> nameOf) =>
        string.Concat(
            from ladder in before
            from rung in ladder.Rungs
            let next = changed.FirstOrDefault(one => string.Equals(one.Id, rung.Id, StringComparison.Ordinal))
            where next is not null && !next.Equals(rung)
            select $"「{ladder.StepName}」: {Sentence(rung, next, nameOf)}。");

    private static string Sentence(Rung before, Rung after, Func<string, string> nameOf) => (before, after) switch
    {
        (Rung.Reminder, Rung.Reminder) => $"「{before.Leads}」を「{before.Words}」から「{after.Words}」に変えた",
        (Rung.Escalation old, Rung.Escalation now) => string.Join('、', Parts(old, now, nameOf)),
        _ => $"「{before.Leads}」に進むのを「{before.Words}」から「{after.Words}」に変えた",
    };

    private static IEnumerable<string> Parts(Rung.Escalation before, Rung.Escalation after, Func<string, string> nameOf)
    {
        if (before.After != after.After)
        {
            yield return $"「{before.Leads}」を{before.After}営業日から{after.After}営業日に変えた";
        }

        foreach (var (old, now) in before.Told.Zip(after.Told).Where(static pair => !string.Equals(pair.First.Role, pair.Second.Role, StringComparison.Ordinal)))
        {
            yield return $"「{old.StepName}」の相手を{nameOf(old.Role)}から{nameOf(now.Role)}に変えた";
        }
    }
}
