using System.Globalization;
using System.Text.Json;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Plug;

/// <summary>Reads the answers of one form for an act and gathers everything that is wrong with them.</summary>
internal sealed class ActReader
{
    private readonly Value.Record answers;
    private readonly string prefix;
    private readonly List<Refusal> wrong;

    public ActReader(Value.Record answers, DateTimeOffset at)
        : this(answers, string.Empty, JapaneseEra.DayInTokyo(at), [])
    {
    }

    private ActReader(Value.Record answers, string prefix, DateOnly today, List<Refusal> wrong)
    {
        (this.answers, this.prefix, Today, this.wrong) = (answers, prefix, today, wrong);
    }

    /// <summary>The day in Tokyo on which the act is done.</summary>
    public DateOnly Today { get; }

    public bool IsWrong => wrong.Count > 0;

    /// <summary>All that is wrong as one refusal. Ask only when <see cref="IsWrong"/>.</summary>
    public Refusal Refusal => wrong[0] with { Others = wrong[1..] };

    /// <summary>The key of an option that stands for a case of an enum: <c>ByHand</c> is <c>byHand</c>.</summary>
    public static string Key<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public void Refuse(string code, string reason, string? field = null) =>
        wrong.Add(new Refusal(code, reason, field is null ? null : prefix + field));

    public void RefuseIf(bool isWrong, string code, string reason, string field)
    {
        if (isWrong)
        {
            Refuse(code, reason, field);
        }
    }

    public string? Text(string key) => answers[key] is Value.Text { Content: var text } && text.Trim().Length > 0 ? text.Trim() : null;

    public decimal? Number(string key) => (answers[key] as Value.Number)?.Amount;

    public bool YesNo(string key) => answers[key] is Value.YesNo { Answer: true };

    public DateOnly? Day(string key) => (answers[key] as Value.Day)?.On;

    public TimeOnly? Clock(string key) => (answers[key] as Value.Clock)?.At;

    public DateTimeOffset? Moment(string key) => (answers[key] as Value.Moment)?.At;

    public Guid? Id(string key) => Guid.TryParse(Text(key), CultureInfo.InvariantCulture, out var id) ? id : null;

    public IReadOnlyList<string> Texts(string key) =>
        answers[key] is Value.List list ? [.. list.Items.OfType<Value.Text>().Select(item => item.Content)] : [];

    public TEnum? Choice<TEnum>(string key)
        where TEnum : struct, Enum =>
        Parse<TEnum>(Text(key));

    public IReadOnlyList<TEnum> Choices<TEnum>(string key)
        where TEnum : struct, Enum =>
        [.. Texts(key).Select(Parse<TEnum>).OfType<TEnum>()];

    /// <summary>One reader a row; what they refuse counts here.</summary>
    public IReadOnlyList<ActReader> Rows(string key) =>
        answers[key] is Value.List list
            ? [.. list.Items.OfType<Value.Record>().Select((row, index) => new ActReader(row, Line($"{prefix}{key}.{index}."), Today, wrong))]
            : [];

    public string Required(string key, string label) => Text(key) ?? Missing(key, label, string.Empty);

    public DateOnly RequiredDay(string key, string label) => Day(key) ?? Missing(key, label, Today);

    /// <summary>A day on which something happened: it cannot lie ahead.</summary>
    public DateOnly PastDay(string key, string label)
    {
        var day = RequiredDay(key, label);
        RefuseIf(day > Today, "day-ahead", $"「{label}」にまだ来ていない日が入っています。実際に行った日を入力してください。", key);
        return day;
    }

    public TEnum RequiredChoice<TEnum>(string key, string label)
        where TEnum : struct, Enum =>
        Choice<TEnum>(key) ?? Missing(key, label, default(TEnum));

    public void NotBefore(DateOnly day, string key, string label, DateOnly? earliest, string code, string earliestLabel)
    {
        if (earliest is { } first && day < first)
        {
            Refuse(code, $"「{label}」が{earliestLabel}({JapaneseEra.Date(first)})より前になっています。日付を確かめてください。", key);
        }
    }

    private static TEnum? Parse<TEnum>(string? key)
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (string.Equals(Key(value), key, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private T Missing<T>(string key, string label, T instead)
    {
        Refuse("required", $"「{label}」を入力してください。", key);
        return instead;
    }
}
