using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>All that is set on a step, an event or a gateway.</summary>
internal static class NodeFacts
{
    public static IEnumerable<Fact> Of(FlowNode node, Words words)
    {
        yield return Fact.Of("kind", "種類", KindWords.Of(node));
        if (node.Name.Length > 0)
        {
            yield return new Fact("name", "名前", node.Name, $"「{node.Name}」") { With = "timer" };
        }

        if (node.Role is { } role)
        {
            yield return new Fact("role", "だれがするか", role, words.Of(WordKind.Role, role));
        }

        foreach (var fact in Own(node, words).Concat(node is Activity activity ? OfActivity(activity, words) : []))
        {
            yield return fact;
        }

        if (node.Scope.Owner is { } owner)
        {
            yield return new Fact("frame", "入っているまとまり", owner.Id, $"「{owner.Label}」");
        }

        if (node.Documentation.Length > 0)
        {
            yield return new Fact("documentation", "説明", node.Documentation, $"「{node.Documentation}」");
        }
    }

    private static IEnumerable<Fact> Own(FlowNode node, Words words) => node switch
    {
        UserTask task => Binding(task.Binding, words),
        ManualTask task => Binding(task.Binding, words),
        ServiceTask task => Binding(task.Binding, words),
        SendTask task => Binding(task.Binding, words).Concat(task.Message is { } message ? TriggerFacts.Message(message) : []),
        ReceiveTask task => TriggerFacts.Message(task.Message),
        CallActivity call => Call(call, words),
        BusinessRuleTask { Table: { } table } => TableFacts.Of(table, words),
        SubProcess { AdHoc: { } adHoc } => AdHoc(adHoc, words),
        BoundaryEvent boundary => TriggerFacts.Of(boundary, words).Concat(Boundary(boundary)),
        StartEvent start => TriggerFacts.Of(start, words).Concat(start.Scope.Owner is { IsEventTriggered: true } ? Interrupting(start.IsInterrupting, "ほかの作業") : []),
        EventNode happening => TriggerFacts.Of(happening, words),
        _ => [],
    };

    private static IEnumerable<Fact> Boundary(BoundaryEvent boundary)
    {
        yield return new Fact("attachedTo", "付いている作業", boundary.AttachedTo.Id, $"「{boundary.AttachedTo.Label}」");
        if (boundary.Handler is { } handler)
        {
            yield return new Fact("handler", "取り消しの作業", handler.Id, $"「{handler.Label}」");
        }

        foreach (var fact in Interrupting(boundary.IsInterrupting, "作業"))
        {
            yield return fact;
        }
    }

    private static IEnumerable<Fact> Interrupting(bool isInterrupting, string what) =>
        [Fact.Of("interrupting", "起きたとき", isInterrupting ? $"{what}を打ち切る" : $"{what}は続けたまま")];

    private static IEnumerable<Fact> Binding(StepBinding? binding, Words words)
    {
        if (binding is null)
        {
            yield break;
        }

        yield return new Fact("step", "処理", binding.Type, words.Of(WordKind.Step, binding.Type));
        foreach (var input in binding.Inputs)
        {
            yield return InputFacts.Of(input, words);
        }
    }

    private static IEnumerable<Fact> Call(CallActivity call, Words words)
    {
        yield return new Fact("called", "始める手続き", call.Procedure, $"「{words.Of(WordKind.Procedure, call.Procedure)}」");
        yield return Fact.Of("calledVersion", "始める版", call.Binding switch
        {
            CalledVersion.Latest => "いつも最新の版",
            CalledVersion.AsAtMyStart => "この案件が始まったときの版",
            _ => "決まった版",
        });
        if (call.Version is { } version)
        {
            yield return Fact.Of("calledNumber", "始める版の番号", $"第{version}版");
        }
    }

    private static IEnumerable<Fact> AdHoc(AdHoc adHoc, Words words)
    {
        if (adHoc.CompletionCondition is { } condition)
        {
            yield return new Fact("adHocCondition", "終える条件", condition.Text, Plain.Condition(condition.Text, words));
        }

        yield return Fact.Of("adHocRest", "終えるとき残りの作業", adHoc.CancelsRemaining ? "取りやめる" : "待つ");
    }

    private static IEnumerable<Fact> OfActivity(Activity activity, Words words) =>
    [
        .. activity.Loop is { } loop ? LoopFacts.Of(loop, words) : [],
        .. activity.Repeat is { } repeat ? LoopFacts.Of(repeat, words) : [],
        .. Mapped(activity.Mapping),
        .. activity.IsForCompensation ? [Fact.Of("forCompensation", "取り消しの作業として使うか", "使う")] : Array.Empty<Fact>(),
        .. activity.Unknown.Select(static unknown => Fact.Of($"unknown:{unknown}", "動かない設定", unknown)),
    ];

    internal static IEnumerable<Fact> Mapped(Mapping mapping) =>
        mapping.Inputs.Select(static given => new Fact($"given:{given.Target}", $"渡す値「{given.Target}」", given.Formula.Text, Plain.Formula(given.Formula.Text.TrimStart('='))))
            .Concat(mapping.Outputs.Select(static taken => new Fact($"returned:{taken.Target}", $"受け取る値「{taken.Target}」", taken.Formula.Text, Plain.Formula(taken.Formula.Text.TrimStart('=')))));
}
