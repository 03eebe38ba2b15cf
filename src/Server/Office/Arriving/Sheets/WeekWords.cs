using System.Text;
using System.Text.RegularExpressions;
using OfficeWorkflow.Server.Office.Plans;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>Days and weeks as offices write them in one cell. Null where a word of it cannot be read: a plan with a day too few looks right.</summary>
internal static partial class WeekWords
{
    private const string Letters = "月火水木金土日";

    private static readonly char[] Between = ['、', '・', ',', '/', ' ', '\n'];

    /// <summary>月、水、金 · 月水金 · 月～金 · 月曜日・水曜日 · 日・祝 · 毎日.</summary>
    public static IReadOnlyList<DayOfWeek>? Days(string typed)
    {
        var text = SundayWithHolidays().Replace(typed.Normalize(NormalizationForm.FormKC).Replace("曜日", "", StringComparison.Ordinal).Replace("曜", "", StringComparison.Ordinal), "日");
        var days = new List<DayOfWeek>();
        foreach (var word in text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (DaysOf(word) is not { } read)
            {
                return null;
            }

            days.AddRange(read.Select(static letter => WeekDays.InOrder[Letters.IndexOf(letter, StringComparison.Ordinal)]));
        }

        return days;
    }

    /// <summary>1、3 · 第1・第3週 · 最終; 毎週 is no week in particular.</summary>
    public static IReadOnlyList<string>? Weeks(string typed)
    {
        var weeks = new List<string>();
        foreach (var word in typed.Normalize(NormalizationForm.FormKC).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = Week().Match(word);
            if (!match.Success)
            {
                return null;
            }

            weeks.AddRange(match.Groups["number"].Success ? [match.Groups["number"].Value] : match.Groups["last"].Success ? ["last"] : []);
        }

        return weeks;
    }

    private static string? DaysOf(string word)
    {
        if (string.Equals(word, "毎日", StringComparison.Ordinal))
        {
            return Letters;
        }

        if (Range().Match(word) is { Success: true } range)
        {
            var (from, to) = (Letters.IndexOf(range.Groups["from"].Value, StringComparison.Ordinal), Letters.IndexOf(range.Groups["to"].Value, StringComparison.Ordinal));
            return from < to ? Letters[from..(to + 1)] : null;
        }

        return word.All(static letter => Letters.Contains(letter, StringComparison.Ordinal)) ? word : null;
    }

    [GeneratedRegex(@"日[、・,/\s]*祝日?", RegexOptions.NonBacktracking)]
    private static partial Regex SundayWithHolidays();

    [GeneratedRegex("^(?<from>[月火水木金土日])(?:~|〜|-|−|から)(?<to>[月火水木金土日])$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Range();

    [GeneratedRegex("^(?:第?(?<number>[1-5])(?:週目?)?|(?<last>最終週?|最後の週)|毎週)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Week();
}
