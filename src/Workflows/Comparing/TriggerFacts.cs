using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>What an event waits for or does, in words.</summary>
internal static class TriggerFacts
{
    public static IEnumerable<Fact> Of(EventNode happening, Words words) =>
        Of(happening.Trigger, words).Concat(NodeFacts.Mapped(happening.Mapping));

    public static IEnumerable<Fact> Message(MessageDefinition message)
    {
        yield return new Fact("message", "連絡の名前", message.Name, $"「{message.Name}」");
        if (message.Key is { } key)
        {
            yield return new Fact("messageKey", "どの案件への連絡か", key.Text, Plain.Formula(key.Text.TrimStart('='))) { With = "message" };
        }
    }

    private static IEnumerable<Fact> Of(Trigger trigger, Words words) => trigger switch
    {
        Trigger.Message message => Message(message.Definition),
        Trigger.Timer { Definition: var timer } => [new Fact("timer", "", $"{timer.Kind}:{timer.Text}", Plain.Timer(timer))],
        Trigger.Error error => Coded("エラー", error.Code, error.Name),
        Trigger.Escalation escalation => Coded("上申", escalation.Code, escalation.Name),
        Trigger.Link link => [new Fact("link", "飛び先の名前", link.Name, $"「{link.Name}」")],
        Trigger.Signal signal => [new Fact("signal", "一斉の知らせの名前", signal.Name, $"「{signal.Name}」")],
        Trigger.Conditional { Condition: { } condition } => [new Fact("eventCondition", "起こる条件", condition.Text, Plain.Condition(condition.Text, words))],
        Trigger.Compensation { ActivityId: { } activity } => [new Fact("undone", "取り消す作業", activity, $"「{activity}」")],
        _ => [],
    };

    private static IEnumerable<Fact> Coded(string what, string? code, string name)
    {
        if (code is not null)
        {
            yield return new Fact("code", $"{what}の符号", code, $"「{code}」");
        }

        if (name.Length > 0)
        {
            yield return new Fact("codeName", $"{what}の名前", name, $"「{name}」") { With = "code" };
        }
    }
}
