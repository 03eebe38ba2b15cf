using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>A case's timeline as it is read: day by day, what happened, with all that followed from it folded below.</summary>
internal static class Story
{
    /// <param name="entries">In order of time.</param>
    public static IReadOnlyList<StoryDay> Of(IEnumerable<TimelineEntry> entries)
    {
        var steps = new List<(TimelineEntry Headline, List<TimelineEntry> Along)>();
        foreach (var entry in entries)
        {
            if (entry.IsHeadline || steps.Count == 0)
            {
                steps.Add((entry, []));
            }
            else
            {
                steps[^1].Along.Add(entry);
            }
        }

        return
        [
            .. steps
                .GroupBy(static step => JapaneseEra.DayInTokyo(step.Headline.At))
                .Select(static day => new StoryDay(day.Key, [.. day.Select(static step => new StoryStep(step.Headline, step.Along))])),
        ];
    }
}
