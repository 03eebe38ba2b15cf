using System.Globalization;
using System.Text;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Expressions;

/// <summary>A value as the text that <c>string()</c> gives.</summary>
internal static class ValueText
{
    /// <summary>Null when the text would be longer than a text may be.</summary>
    public static string? Of(Value value)
    {
        if (value is Value.Text text)
        {
            return text.Content;
        }

        var written = new StringBuilder();
        Write(value, written);

        return written.Length > Work.MostCharacters ? null : written.ToString();
    }

    private static void Write(Value value, StringBuilder written)
    {
        if (written.Length > Work.MostCharacters)
        {
            return;
        }

        switch (value)
        {
            case Value.Text text:
                written.Append('"').Append(text.Content.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
                break;
            case Value.List list:
                WriteAll(list.Items, '[', ']', written, Write);
                break;
            case Value.Record record:
                WriteAll(record.Fields, '{', '}', written, static (field, to) => Write(field.Value, to.Append(field.Key).Append(": ")));
                break;
            default:
                written.Append(Plain(value));
                break;
        }
    }

    private static void WriteAll<T>(IEnumerable<T> items, char open, char close, StringBuilder written, Action<T, StringBuilder> write)
    {
        written.Append(open);
        var separator = string.Empty;

        foreach (var item in items)
        {
            written.Append(separator);
            write(item, written);
            separator = ", ";

            if (written.Length > Work.MostCharacters)
            {
                break;
            }
        }

        written.Append(close);
    }

    private static string Plain(Value value) => value switch
    {
        Value.Number number => number.Amount.ToString("0.############################", CultureInfo.InvariantCulture),
        Value.YesNo answer => answer.Answer ? "true" : "false",
        Value.Day day => day.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Value.Clock clock => clock.At.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        Value.Moment moment => Moment(moment.At),
        Value.Span span => IsoDuration.Of(span.Length).ToString(),
        Value.Months months => IsoDuration.OfMonths(months.Count).ToString(),
        _ => "null",
    };

    private static string Moment(DateTimeOffset moment)
    {
        var local = moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

        return local + (moment.Offset == TimeSpan.Zero ? "Z" : moment.ToString("zzz", CultureInfo.InvariantCulture));
    }
}
