using System.Globalization;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>What a step is given, in words.</summary>
internal static class InputFacts
{
    public static Fact Of(StepInput input, Words words)
    {
        var raw = input.Formula is { } formula ? formula.Text : Raw(input.Constant);
        var (label, plain) = input.Name switch
        {
            "form" => ("様式", $"「{words.Of(WordKind.Form, raw)}」"),
            "dueAt" => ("期限", Plain.Due(raw)),
            "template" => ("文面", $"「{words.Of(WordKind.Template, raw)}」"),
            "to" => ("宛先", words.Of(WordKind.Recipient, raw) is var known && !string.Equals(known, raw, StringComparison.Ordinal) ? known : Value(input, raw)),
            "toRole" => ("宛先の役割", words.Of(WordKind.Role, raw)),
            "about" => ("受信箱に添える言葉", Value(input, raw)),
            "assignee" => ("受け持つ人", Value(input, raw)),
            "notBy" => ("同じ人にさせない手順", Steps(input, raw, words)),
            "excluded" => ("させない人", Value(input, raw)),
            "priority" => ("急ぎの度合い", Priority(input, raw)),
            "until" => ("いつまで", Value(input, raw)),
            _ => ($"処理に渡す値「{input.Name}」", Value(input, raw)),
        };
        return new Fact($"input:{input.Name}", label, raw, plain);
    }

    private static string Steps(StepInput input, string raw, Words words) => input.Formula is not null || input.Constant is not OfficeWorkflow.Workflows.Model.Value.Text
        ? Value(input, raw)
        : string.Concat(raw.Split([',', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(id => $"「{words.Of(WordKind.Element, id)}」"));

    private static string Priority(StepInput input, string raw) => raw switch
    {
        "high" => "急ぎ",
        "normal" => "ふつう",
        "low" => "急がない",
        _ => Value(input, raw),
    };

    private static string Value(StepInput input, string raw) => input.Formula is null ? $"「{raw}」" : Plain.Formula(raw.TrimStart('='));

    private static string Raw(Value value) => value switch
    {
        Value.Text text => text.Content,
        Value.Number number => number.Amount.ToString(CultureInfo.InvariantCulture),
        Value.YesNo yes => yes.Answer ? "true" : "false",
        Value.List list => "[" + string.Join(", ", list.Items.Select(Raw)) + "]",
        Value.Record record => "{" + string.Join(", ", record.Fields.Select(static field => $"{field.Key}: {Raw(field.Value)}")) + "}",
        _ => "",
    };
}
