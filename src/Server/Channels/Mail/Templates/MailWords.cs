using System.Globalization;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>Values of a case as people read them in a mail.</summary>
internal static class MailWords
{
    public static Dictionary<string, object?> Of(Value.Record record) =>
        record.Fields.ToDictionary(static field => field.Key, static field => Of(field.Value), StringComparer.Ordinal);

    private static object? Of(Value value) => value switch
    {
        Value.Nothing => null,
        Value.Text text => text.Content,
        Value.Number number => number.Amount.ToString("0.############", CultureInfo.InvariantCulture),
        Value.YesNo yesNo => yesNo.Answer,
        Value.Day day => JapaneseEra.Long(day.On),
        Value.Moment moment => JapaneseEra.Long(moment.At),
        Value.Clock clock => clock.At.ToString("HH:mm", CultureInfo.InvariantCulture),
        Value.Span span => string.Create(CultureInfo.InvariantCulture, $"{span.Length.TotalDays:0.##}日"),
        Value.Months months => string.Create(CultureInfo.InvariantCulture, $"{months.Count}か月"),
        Value.List list => list.Items.Select(Of).ToList(),
        Value.Record record => Of(record),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
