using System.Globalization;
using System.Text;
using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>内閣府「国民の祝日」の CSV (syukujitsu.csv): Shift_JIS, a heading, then <c>1955/1/1,元日</c>. UTF-8 is read as well.</summary>
internal static class HolidayFile
{
    private const int MostLines = 5_000;
    private const int LongestName = 100;

    static HolidayFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>The days in their order, or what is wrong with which line: then nothing of the file is taken.</returns>
    public static Outcome<IReadOnlyList<(DateOnly On, string Name)>> Read(byte[] bytes)
    {
        if (TextOf(bytes) is not { } text)
        {
            return Wrong("このファイルは文字として読めません。内閣府の「国民の祝日」のCSVを、開いて保存し直さずにそのまま選んでください。");
        }

        var lines = text.TrimStart('\ufeff').Split('\n');
        if (lines.Length > MostLines)
        {
            return Wrong($"行が多すぎます。{MostLines}行までのファイルを選んでください。");
        }

        var days = new SortedDictionary<DateOnly, string>();
        foreach (var (index, line) in lines.Index().Where(static line => line.Item.Trim().Length > 0))
        {
            if (DayOf(line) is { } day)
            {
                days[day.On] = day.Name;
            }
            else if (index > 0)
            {
                return Wrong($"{index + 1}行目が読めません。「2026/1/1,元日」の形になっているか確かめてください。何も取り込んでいません。");
            }
        }

        return days.Count == 0
            ? Wrong("ファイルに休日が1つもありません。内閣府の「国民の祝日」のCSVを選んでください。")
            : new Outcome<IReadOnlyList<(DateOnly On, string Name)>>.Done([.. days.Select(static day => (day.Key, day.Value))]);
    }

    private static (DateOnly On, string Name)? DayOf(string line) =>
        line.Trim().Split(',') is [var on, var name, ..]
        && DateOnly.TryParseExact(on.Trim('"'), ["yyyy/M/d", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && name.Trim('"', ' ') is { Length: > 0 and <= LongestName } title && !title.Any(char.IsControl)
            ? (day, title)
            : null;

    private static string? TextOf(byte[] bytes) =>
        Decode(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true))
        ?? Decode(bytes, Encoding.GetEncoding("shift_jis", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback));

    private static string? Decode(byte[] bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Refusal Wrong(string reason) => new("holiday-file", reason, "file");
}
