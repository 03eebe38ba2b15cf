using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>Why a case went this way and no other, as a sentence: the conditions that held, or that none did, and what they read.</summary>
internal static class WhyThisWay
{
    private const int LongestText = 40;

    public static string Of(CaseEvent.WayChosen way)
    {
        var held = way.Tried.Where(tried => way.FlowIds.Contains(tried.FlowId, StringComparer.Ordinal)).Select(static tried => Plain.Condition(tried.Text, Words.None)).ToList();
        var read = way.Tried.SelectMany(static tried => tried.Values.Fields).DistinctBy(static field => field.Key, StringComparer.Ordinal).Select(static field => $"{field.Key} は {Said(field.Value)}").ToList();
        var because = held.Count > 0 ? $"条件：{string.Join('、', held)}" : "当てはまる条件なし";

        return read.Count > 0 ? $"（{because}／値：{string.Join('、', read)}）" : $"（{because}）";
    }

    private static string Said(Value value) => value switch
    {
        Value.Nothing => "なし",
        Value.YesNo { Answer: var answer } => answer ? "はい" : "いいえ",
        Value.Day { On: var on } => JapaneseEra.Date(on),
        Value.Moment { At: var at } => JapaneseEra.Long(at),
        Value.Text { Content: { Length: <= LongestText } text } => $"「{text}」",
        Value.Text => "長い文",
        Value.List { Items.Length: var count } => $"{count}件の一覧",
        Value.Record => "ひとまとまりの値",
        _ => CaseFormat.WriteValue(value),
    };
}
