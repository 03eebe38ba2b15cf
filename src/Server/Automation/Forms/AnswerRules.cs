using System.Globalization;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>The rules of a form's fields, each with its sentence.</summary>
internal static class AnswerRules
{
    /// <summary>Longest line and longest text where the form sets no length.</summary>
    public const int LongestLine = 1_000;

    public const int LongestText = 20_000;

    public static Refusal? Of(FormField field, string name, Value value) => value switch
    {
        Value.Nothing or Value.List { Items.IsEmpty: true } => field.IsRequired ? Missing(field, name) : null,
        Value.Text text => TooLong(field, name, text.Content),
        Value.Number number => OutOfRange(field, name, number.Amount),
        _ => null,
    };

    public static Refusal? OfRows(FormField group, int rows)
    {
        var least = group.LeastRows;
        var most = group.MostRows;
        if (rows < least)
        {
            return new Refusal("too-few-rows", Line($"「{group.Label}」を{least}件以上入力してください（いま{rows}件）。"), group.Key);
        }

        return rows > most
            ? new Refusal("too-many-rows", Line($"「{group.Label}」は{most}件までです（いま{rows}件）。"), group.Key)
            : null;
    }

    public static Refusal NotANumber(FormField field, string name) =>
        new("not-a-number", $"「{field.Label}」は数で入力してください。例: 22、1.5", name);

    public static Refusal NotADate(FormField field, string name) =>
        new("not-a-date", $"「{field.Label}」の日付が読めません。例: 令和8年3月26日、R8.3.26、2026/3/26", name);

    public static Refusal NotATime(FormField field, string name) =>
        new("not-a-time", $"「{field.Label}」の時刻が読めません。例: 9:30、9時30分", name);

    public static Refusal TimeMissing(FormField field, string name) =>
        new("time-missing", $"「{field.Label}」の時刻を入力してください。例: 9:30", name + FormTyped.TimePart);

    public static Refusal NotAnOption(FormField field, string name) =>
        new("not-an-option", $"「{field.Label}」は一覧から選び直してください。", name);

    private static Refusal Missing(FormField field, string name) => new(
        "required",
        field.Type is FieldType.Choice or FieldType.Choices or FieldType.Person or FieldType.YesNo
            ? $"「{field.Label}」を選んでください。"
            : $"「{field.Label}」を入力してください。",
        name);

    private static Refusal? TooLong(FormField field, string name, string text)
    {
        var most = field.MaxLength ?? (field.Type is FieldType.LongText ? LongestText : LongestLine);
        var length = text.EnumerateRunes().Count();
        return length > most
            ? new Refusal("too-long", Line($"「{field.Label}」は{most:N0}文字までです（いま{length:N0}文字）。"), name)
            : null;
    }

    private static Refusal? OutOfRange(FormField field, string name, decimal amount)
    {
        if (amount < field.Min)
        {
            return new Refusal("too-small", Line($"「{field.Label}」は{field.Min:0.####}以上で入力してください。"), name);
        }

        return amount > field.Max
            ? new Refusal("too-large", Line($"「{field.Label}」は{field.Max:0.####}以下で入力してください。"), name)
            : null;
    }

    private static string Line(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
