using System.Collections.Immutable;
using System.Globalization;
using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;

namespace OfficeWorkflow.Server.Office.OfficialForms.Sheets;

/// <summary>
/// Where things of the week stand in the grid that begins at 6:00. Hours after midnight belong to the night of the column in which they
/// are drawn (翌); what lasts over 6:00 goes on in the next column.
/// </summary>
internal static class WeekGrid
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;
    private const int FirstMinute = 6 * 60;

    public static ImmutableArray<string> HourLabels { get; } =
        [.. Enumerable.Range(0, 12).Select(static row => Label((FirstMinute / 60) + (2 * row)))];

    public static ImmutableArray<TimeBox> Boxes(IEnumerable<WeekBlock> blocks) =>
        [.. Joined([.. blocks]).SelectMany(Pieces)];

    private static string Label(int hour) =>
        string.Create(CultureInfo.InvariantCulture, $"{(hour >= 24 ? "翌" : string.Empty)}{hour % 24}:00");

    private static IEnumerable<TimeBox> Pieces(WeekBlock block)
    {
        var column = ((int)block.Day + 6) % 7;
        var start = Minutes(block.Start);
        var end = block.End > block.Start ? Minutes(block.End) : Minutes(block.End) + Day;
        var text = string.Create(CultureInfo.InvariantCulture, $"{block.Start:H:mm}-{block.End:H:mm} {block.Activity}");
        var at = ((column * Day) + start - FirstMinute + Week) % Week;
        for (var left = end - start; left > 0;)
        {
            var here = Math.Min(left, Day - (at % Day));
            yield return new TimeBox(at / Day, at % Day, (at % Day) + here, text, block.IsService);
            left -= here;
            at = (at + here) % Week;
        }
    }

    /// <summary>What was stored as two rows because it crosses midnight is one thing again.</summary>
    private static IEnumerable<WeekBlock> Joined(ImmutableArray<WeekBlock> blocks)
    {
        var mornings = blocks.Where(static block => block.Start == TimeOnly.MinValue).ToList();
        foreach (var block in blocks.Where(static block => block.Start != TimeOnly.MinValue))
        {
            var rest = block.End == TimeOnly.MinValue ? mornings.Find(morning => GoesOn(block, morning)) : null;
            _ = rest is not null && mornings.Remove(rest);
            yield return rest is null ? block : block with { End = rest.End };
        }

        foreach (var morning in mornings)
        {
            yield return morning;
        }
    }

    private static bool GoesOn(WeekBlock evening, WeekBlock morning) =>
        evening with { Day = morning.Day, Start = morning.Start, End = morning.End } == morning
            && (int)morning.Day == ((int)evening.Day + 1) % 7
            && morning.End < evening.Start;

    private static int Minutes(TimeOnly time) => (time.Hour * 60) + time.Minute;
}
