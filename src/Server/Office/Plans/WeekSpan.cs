namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>A block of the week as it was written: what goes on over midnight is one again.</summary>
/// <param name="Row">The block, or its part before midnight.</param>
internal sealed record WeekSpan(WeeklyRow Row, TimeOnly End)
{
    public static IEnumerable<WeekSpan> Of(IReadOnlyCollection<WeeklyRow> week)
    {
        var mornings = week.Where(static row => row.Start == TimeOnly.MinValue && row.End != TimeOnly.MinValue).ToList();
        foreach (var row in week.Where(row => !mornings.Contains(row)))
        {
            var rest = row.End == TimeOnly.MinValue ? mornings.Find(morning => GoesOn(row, morning)) : null;
            if (rest is not null)
            {
                mornings.Remove(rest);
            }

            yield return new WeekSpan(row, rest?.End ?? row.End);
        }

        foreach (var row in mornings)
        {
            yield return new WeekSpan(row, row.End);
        }
    }

    private static bool GoesOn(WeeklyRow evening, WeeklyRow morning) =>
        (int)morning.Day == ((int)evening.Day + 1) % 7
        && string.Equals(evening.Activity, morning.Activity, StringComparison.Ordinal)
        && evening.ServiceKindId == morning.ServiceKindId
        && evening.ProviderId == morning.ProviderId
        && string.Equals(evening.Weeks, morning.Weeks, StringComparison.Ordinal);
}
