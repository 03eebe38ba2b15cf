using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>Reads what people type: full-width digits, Japanese eras, 9時半. Null when it cannot be read.</summary>
public static partial class TypedText
{
    public static DateOnly? Day(string typed)
    {
        var text = Narrow(typed);
        if (EraDay().Match(text) is { Success: true } era)
        {
            return JapaneseEra.WesternYear(era.Groups["era"].Value, YearOf(era)) is { } western ? DayOf(western, era) : null;
        }

        return WesternDay().Match(text) is { Success: true } match ? DayOf(Int(match.Groups["year"].Value), match) : null;
    }

    public static TimeOnly? Clock(string typed)
    {
        if (ClockText().Match(Narrow(typed)) is not { Success: true } match)
        {
            return null;
        }

        var hour = Int(match.Groups["hour"].Value) + (match.Groups["half"].Value is "午後" ? 12 : 0);
        var minute = match.Groups["minute"] switch
        {
            { Success: true } typedMinute => Int(typedMinute.Value),
            _ => match.Groups["halfHour"].Success ? 30 : 0,
        };
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    /// <summary>A day and a time in one line, or a moment as machines write it.</summary>
    public static (DateOnly Day, TimeOnly Clock)? DayAndClock(string typed)
    {
        if (DateTimeOffset.TryParseExact(
            typed.Trim(), ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            && OffsetText().IsMatch(typed))
        {
            var local = JapaneseEra.InTokyo(at).DateTime;
            return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        }

        var text = typed.Normalize(NormalizationForm.FormKC).Trim();
        var gap = text.LastIndexOfAny([' ', 'T', '日', ')']);
        if (gap <= 0)
        {
            return null;
        }

        var dayEnds = text[gap] is ' ' or 'T' ? gap : gap + 1;
        return Day(text[..dayEnds]) is { } day && Clock(text[(gap + 1)..]) is { } clock ? (day, clock) : null;
    }

    public static decimal? Number(string typed) =>
        decimal.TryParse(
            Narrow(typed).Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Plain text with line ends as \n.</summary>
    public static string Clean(string typed) => PlainText.Of(typed.ReplaceLineEndings("\n"));

    private static int YearOf(Match match) => match.Groups["year"].Value is "元" ? 1 : Int(match.Groups["year"].Value);

    private static string Narrow(string typed)
    {
        var text = typed.Normalize(NormalizationForm.FormKC).Replace('−', '-').Replace("年度", "", StringComparison.Ordinal);
        return WeekDay().Replace(Spaces().Replace(text, ""), "");
    }

    private static DateOnly? DayOf(int year, Match match)
    {
        var (month, day) = (Int(match.Groups["month"].Value), Int(match.Groups["day"].Value));
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<era>明治|大正|昭和|平成|令和|[MTSHRmtshr])(?<year>元|[0-9]{1,2})[年./-](?<month>[0-9]{1,2})[月./-](?<day>[0-9]{1,2})日?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EraDay();

    [GeneratedRegex("^(?<year>[0-9]{4})(?:[年./-](?<month>[0-9]{1,2})[月./-](?<day>[0-9]{1,2})日?|(?<month>[0-9]{2})(?<day>[0-9]{2}))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WesternDay();

    [GeneratedRegex("^(?<half>午前|午後)?(?<hour>[0-9]{1,2})(?:[:時](?:(?<minute>[0-9]{1,2})分?|(?<halfHour>半))?|(?<minute>[0-9]{2}))(?::00)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClockText();

    [GeneratedRegex("(Z|[+-][0-9]{2}:[0-9]{2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OffsetText();

    [GeneratedRegex(@"\([日月火水木金土]\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WeekDay();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
