using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions;

/// <summary>What a person calls a value's type.</summary>
internal static class Kinds
{
    public static string Of(Value value) => value switch
    {
        Value.Text => "文字列",
        Value.Number => "数値",
        Value.YesNo => "はい・いいえ",
        Value.Day => "日付",
        Value.Clock => "時刻",
        Value.Moment => "日時",
        Value.Span => "期間（日・時間）",
        Value.Months => "期間（年・月）",
        Value.List => "リスト",
        Value.Record => "項目のまとまり",
        _ => "値なし（null）",
    };
}
