using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Running.Events;

namespace OfficeWorkflow.Workflows.Running.Activities;

/// <summary>Multi-instance: an activity done once for each item, all at once or one after another.</summary>
internal static class MultiInstanceBehavior
{
    internal const int MaxInstances = 1_000;

    public static void Begin(Step step, Token token, Activity node, MultiInstance loop)
    {
        if (Items(step, token, node, loop) is not { } items)
        {
            return;
        }

        if (items.Length > MaxInstances)
        {
            step.Stick(token, "too-many-instances", $"「{node.Label}」の繰り返しは{items.Length:N0}件です。一度に{MaxInstances:N0}件までです。", Resume.Run);
            return;
        }

        var id = step.NextId('s');
        step.Record(new CaseEvent.LoopBegan(id, token.Id, node.Id, token.ScopeId, items.Length, items));
        if (items.IsEmpty)
        {
            End(step, step.State.Scope(id), node, loop);
            return;
        }

        var atOnce = loop.IsSequential ? 1 : items.Length;
        for (var index = 0; index < atOnce; index++)
        {
            BeginInstance(step, id, node, loop, items[index], index);
        }
    }

    /// <summary>One instance is done: its output is kept; then the rest is ended, the next one begun, or the loop is over.</summary>
    public static void InstanceDone(Step step, Token token, Activity node, MultiInstance loop)
    {
        var instance = step.ScopeOf(token);
        var body = step.State.Scope(instance.ParentId!);
        if (IsEnough(step, token, body.Loop!, loop) is not { } isEnough)
        {
            return;
        }

        var output = loop.OutputElement is { } formula ? Formulas.Evaluate(step, instance.Id, formula).Value : Value.None;
        step.Record(new CaseEvent.TokenEnded(token.Id, node.Id, TokenEnd.Ended));
        CompensationBehavior.Hand(step, instance.Id, body.Id, node);
        step.Record(new CaseEvent.InstanceEnded(instance.Id, body.Id, node.Id, instance.Index!.Value, output));
        body = step.State.Scope(body.Id);
        if (isEnough || body.Loop!.Done == body.Loop.Count)
        {
            End(step, body, node, loop);
        }
        else if (loop.IsSequential)
        {
            var next = body.Loop.Begun;
            BeginInstance(step, body.Id, node, loop, body.Loop.Items[next], next);
        }
    }

    private static void BeginInstance(Step step, string loopId, Activity node, MultiInstance loop, Value item, int index)
    {
        var locals = Value.Record.Empty.With(MultiInstance.Counter, Value.Of((decimal)(index + 1)));
        locals = loop.ElementVariable is { } name ? locals.With(name, item) : locals;
        var id = step.NextId('s');
        step.Record(new CaseEvent.InstanceBegan(id, loopId, node.Id, index, locals));
        step.Place(node, id, null);
    }

    private static void End(Step step, ScopeState body, Activity node, MultiInstance loop)
    {
        var host = step.State.Token(body.TokenId!)!;
        var state = body.Loop!;
        var outputs = state.Outputs.IsEmpty ? [.. Enumerable.Repeat(Value.None, state.Count)] : state.Outputs;
        Scopes.CancelInstances(step, body);
        CompensationBehavior.HandAll(step, body.Id, host.ScopeId, node);
        step.Record(new CaseEvent.ScopeClosed(body.Id, node.Id));
        step.Record(new CaseEvent.Completed(host.Id, node.Id));
        if (loop.OutputCollection is { } target)
        {
            Variables.Write(step, host.ScopeId, Value.Record.Empty.With(target, new Value.List(outputs)));
        }

        ActivityBehavior.Leave(step, host, node);
    }

    private static ImmutableArray<Value>? Items(Step step, Token token, Activity node, MultiInstance loop)
    {
        var formula = loop.Collection ?? loop.Cardinality;
        var result = formula is null ? default : Formulas.Evaluate(step, token.ScopeId, formula);
        switch (result.Value)
        {
            case Value.List(var items) when loop.Collection is not null:
                return items;
            case Value.Number(var count) when loop.Collection is null && count >= 0 && count == decimal.Truncate(count):
                return [.. Enumerable.Range(1, (int)Math.Min(count, MaxInstances + 1)).Select(static number => Value.Of((decimal)number))];
            default:
                step.Stick(token, "collection-unclear", $"「{node.Label}」を繰り返す一覧「{formula?.Text}」が求められません。{result.Why}", Resume.Run);
                return null;
        }
    }

    /// <summary>Whether the completion condition holds; null when that cannot be told and the instance is stuck.</summary>
    private static bool? IsEnough(Step step, Token token, LoopState state, MultiInstance loop)
    {
        if (loop.CompletionCondition is not { } condition)
        {
            return false;
        }

        var counters = Value.Record.Empty
            .With(MultiInstance.Instances, Value.Of((decimal)state.Count))
            .With(MultiInstance.CompletedInstances, Value.Of((decimal)(state.Done + 1)))
            .With(MultiInstance.ActiveInstances, Value.Of((decimal)(state.Begun - state.Done - 1)));
        var result = Formulas.Evaluate(step, token.ScopeId, condition, counters);
        if (result.Value is Value.YesNo(var answer))
        {
            return answer;
        }

        step.Stick(token, "condition-unclear", $"繰り返しを終える条件「{condition.Text}」の答えが「はい」か「いいえ」になりません。{result.Why}", Resume.Leave);

        return null;
    }
}
