using System.Globalization;
using System.Text.RegularExpressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>Timers, dates and conditions as an office says them; what has no such words stays the formula it is.</summary>
public static partial class Plain
{
    private const int ExpressionTimeout = 1000;

    /// <summary>3営業日後, 14日後, 24時間後, 2営業日ごとに3回まで.</summary>
    public static string Timer(TimerDefinition timer)
    {
        var text = timer.Text.TrimStart('=').Trim();
        if (WorkingDays().Match(text) is { Success: true } days)
        {
            return $"{days.Groups["days"].Value}営業日後";
        }

        if (RepeatedWorkingDays().Match(text) is { Success: true } repeat)
        {
            return $"{repeat.Groups["days"].Value}営業日ごとに{repeat.Groups["times"].Value}回まで";
        }

        return timer.Kind switch
        {
            TimerKind.Duration when IsoDuration.Read(text) is { } length && Length(length) is { } words => $"{words}後",
            TimerKind.Cycle when IsoRepeat.Read(text, WorkCalendar.Tokyo) is { } cycle && Length(cycle.Every) is { } every =>
                (cycle.Start is { } start ? $"{Day(DateOnly.FromDateTime(start.DateTime))}から" : "") + $"{every}ごと" + (cycle.Times is { } times ? $"に{times}回まで" : ""),
            TimerKind.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) => Day(on),
            _ => Formula(text),
        };
    }

    /// <summary>5営業日以内.</summary>
    public static string Due(string text)
    {
        var trimmed = text.Trim();
        return DueDays().Match(trimmed) is { Success: true } due
            ? $"{due.Groups["days"].Value}営業日以内"
            : Formula(trimmed.TrimStart('='));
    }

    /// <summary>「結果」が「中途月変更」 または …; anything but comparisons of one item with one value stays a formula.</summary>
    public static string Condition(string text, Words words)
    {
        var trimmed = text.TrimStart('=').Trim();
        var parts = Joints().Split(trimmed);
        var said = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            if (part is "and" or "or")
            {
                said.Add(part is "and" ? "かつ" : "または");
            }
            else if (Comparison().Match(part.Trim()) is { Success: true } found)
            {
                said.Add(Compared(found, words));
            }
            else
            {
                return Formula(trimmed);
            }
        }

        return string.Join(' ', said);
    }

    /// <summary>令和8年4月1日; days before this era in the western calendar.</summary>
    internal static string Day(DateOnly on)
    {
        const int beforeReiwa = 2018;
        var year = on >= new DateOnly(2019, 5, 1) ? $"令和{(on.Year - beforeReiwa is 1 ? "元" : (on.Year - beforeReiwa).ToString(CultureInfo.InvariantCulture))}" : on.Year.ToString(CultureInfo.InvariantCulture);
        return $"{year}年{on.Month}月{on.Day}日";
    }

    internal static string Formula(string text) => text.Length == 0 ? "なし" : $"式「{text}」";

    private static string? Length(IsoDuration length)
    {
        if (length.Months < 0 || length.Days < 0 || length.Time < TimeSpan.Zero || length.Time.Seconds != 0)
        {
            return null;
        }

        var (years, months) = (length.Months / 12, length.Months % 12);
        var words = string.Concat(
            Part(years, "年"), Part(months, "か月"), Part(length.Days, "日"), Part((long)length.Time.TotalHours, "時間"), Part(length.Time.Minutes, "分"));
        return words.Length > 0 ? words : null;
    }

    private static string Part(long amount, string unit) => amount == 0 ? "" : $"{amount}{unit}";

    private static string Compared(Match found, Words words)
    {
        var (field, value) = (found.Groups["field"].Value, found.Groups["value"].Value);
        var plain = value switch
        {
            "true" => "はい",
            "false" => "いいえ",
            ['"', ..] => words.Of(WordKind.Option, $"{field}={value.Trim('"')}") is var option && option.StartsWith($"{field}=", StringComparison.Ordinal) ? value.Trim('"') : option,
            _ => value,
        };
        return $"「{words.Of(WordKind.Field, field)}」が「{plain}」" + found.Groups["operator"].Value switch
        {
            "=" => "",
            "!=" => "でない",
            "<" => "より小さい",
            "<=" => "以下",
            ">" => "より大きい",
            _ => "以上",
        };
    }

    [GeneratedRegex(@"^working days\(\s*(?<days>[0-9]{1,4})\s*\)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, ExpressionTimeout)]
    private static partial Regex WorkingDays();

    [GeneratedRegex(@"^repeat working days\(\s*(?<days>[0-9]{1,4})\s*,\s*(?<times>[0-9]{1,4})\s*\)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, ExpressionTimeout)]
    private static partial Regex RepeatedWorkingDays();

    [GeneratedRegex(@"^=\s*add working days\(\s*today\(\)\s*,\s*(?<days>[0-9]{1,4})\s*\)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, ExpressionTimeout)]
    private static partial Regex DueDays();

    [GeneratedRegex(@"\s+(?<joint>and|or)\s+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, ExpressionTimeout)]
    private static partial Regex Joints();

    [GeneratedRegex(@"^(?<field>[\p{L}_][\p{L}\p{N}_]*)\s*(?<operator>=|!=|<=|>=|<|>)\s*(?<value>""[^""\\]*""|true|false|-?[0-9.]+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, ExpressionTimeout)]
    private static partial Regex Comparison();
}
