using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>13.3: activities, subprocesses, loops.</summary>
internal static class Activities
{
    /// <summary>13.3.2: one token is consumed; the boundary events of the activity are armed as it becomes active (13.5.3).</summary>
    public static void Enter(Turn turn, Active active, Activity node)
    {
        foreach (var boundary in node.Boundaries.Where(static boundary => boundary.Trigger is Trigger.Timer or Trigger.Message))
        {
            turn.Await(active.No, boundary, Events.KindOf(boundary));
        }

        if (node.Loop is { } loop)
        {
            BeginLoop(turn, active, node, loop);
        }
        else if (node.Repeat is { IsTestedBefore: true } repeat && !IsWanted(turn, active, repeat, 0))
        {
            Ways.Leave(turn, active);
        }
        else
        {
            Run(turn, active, node);
        }
    }

    /// <summary>13.3.3, 13.3.4: what the activity does, once.</summary>
    public static void Run(Turn turn, Active active, Activity node)
    {
        turn.Marking.Set(active with { Phase = Phase.Active });
        switch (node)
        {
            case UserTask or ManualTask:
                turn.Await(active.No, node, "work");
                break;
            case SendTask { Binding: null, Message: { } message }:
                turn.Say($"sent {node.Id} {message.Name}", active.No);
                Complete(turn, active.No, Value.Record.Empty);
                break;
            case ServiceTask or SendTask:
                turn.Await(active.No, node, "service");
                break;
            case ReceiveTask:
                turn.Await(active.No, node, "message");
                break;
            case CallActivity:
                turn.Await(active.No, node, "case");
                break;
            case SubProcess { Inner: { BlankStart: { } start } inner }:
                var frame = turn.NewNumber();
                turn.Marking.Frames.Add(new Frame(frame, active.Frame, active.No, inner, Value.Record.Empty));
                turn.Say($"open {node.Id}", active.No, frame);
                turn.Appear(frame, start, Phase.Ready);
                break;
        }
    }

    /// <summary>The work of an activity, or of one round of its loop, is done.</summary>
    public static void Complete(Turn turn, int no, Value.Record result)
    {
        var active = turn.Marking.Active(no)!;
        turn.Say($"done {active.Node.Id}", no);
        turn.Marking.Set(active with { Phase = Phase.Completing });
        if (active.Node is not CallActivity)
        {
            turn.Write(active.Frame, result);
        }
    }

    /// <summary>What comes after the work was done once: the next round of a loop, or the way out.</summary>
    public static void AfterOnce(Turn turn, Active active)
    {
        var node = (Activity)active.Node;
        if (turn.Marking.Frame(active.Frame) is { Index: >= 0, Host: var host } && turn.Marking.Active(host)!.Node == node)
        {
            EndRound(turn, active, node, node.Loop!);
        }
        else if (node.Repeat is { } repeat && IsWanted(turn, active, repeat, active.Round + 1))
        {
            turn.Say($"again {node.Id} {active.Round + 1}", active.No);
            Run(turn, active with { Round = active.Round + 1 }, node);
        }
        else
        {
            Ways.Leave(turn, active);
        }
    }

    /// <summary>13.3.6: the loop condition, and never more often than the maximum.</summary>
    private static bool IsWanted(Turn turn, Active active, StandardLoop loop, int rounds) =>
        !(loop.Maximum <= rounds)
        && (loop.Condition is null
            || turn.Evaluate(active.Frame, loop.Condition, Value.Record.Empty.With("loopCounter", Value.Of((decimal)rounds))) is Value.YesNo(true));

    /// <summary>13.3.7: the number of instances is settled once, on entry; none at all is done at once.</summary>
    private static void BeginLoop(Turn turn, Active active, Activity node, MultiInstance loop)
    {
        var items = turn.Evaluate(active.Frame, loop.Collection ?? loop.Cardinality!) switch
        {
            Value.List list => list.Items,
            Value.Number(var count) => [.. Enumerable.Range(1, (int)count).Select(static number => Value.Of((decimal)number))],
            var other => throw new InvalidOperationException($"No collection: {other}"),
        };
        var no = turn.NewNumber();
        ImmutableArray<Value> none = [.. Enumerable.Repeat(Value.None, items.Length)];
        turn.Marking.Frames.Add(new Frame(no, active.Frame, active.No, null, Value.Record.Empty, items, none));
        turn.Say($"loop {node.Id} {items.Length}", active.No, no);
        if (items.IsEmpty)
        {
            EndLoop(turn, no, node, loop);
            return;
        }

        for (var index = 0; index < (loop.IsSequential ? 1 : items.Length); index++)
        {
            BeginRound(turn, no, node, loop, index);
        }
    }

    private static void BeginRound(Turn turn, int loopNo, Activity node, MultiInstance loop, int index)
    {
        var body = turn.Marking.Frame(loopNo);
        var locals = Value.Record.Empty.With("loopCounter", Value.Of(index + 1m));
        if (loop.ElementVariable is { } name)
        {
            locals = locals.With(name, body.Items[index]);
        }

        var no = turn.NewNumber();
        turn.Marking.Set(body with { Begun = index + 1 });
        turn.Marking.Frames.Add(new Frame(no, loopNo, body.Host, null, locals, Index: index));
        turn.Say($"instance {node.Id} {index} {CaseFormat.WriteValue(locals)}", loopNo, no);
        turn.Appear(no, node, Phase.Ready);
    }

    /// <summary>13.3.7: the completion condition is evaluated "every time an instance completes"; true cancels the remaining ones.</summary>
    private static void EndRound(Turn turn, Active active, Activity node, MultiInstance loop)
    {
        var round = turn.Marking.Frame(active.Frame);
        var body = turn.Marking.Frame(round.Parent);
        var counters = Value.Record.Empty
            .With("numberOfInstances", Value.Of((decimal)body.Items.Length))
            .With("numberOfCompletedInstances", Value.Of(body.Done + 1m))
            .With("numberOfActiveInstances", Value.Of(body.Begun - body.Done - 1m));
        var isEnough = loop.CompletionCondition is { } condition && turn.Evaluate(round.No, condition, counters) is Value.YesNo(true);
        var output = loop.OutputElement is { } formula ? turn.Evaluate(round.No, formula) : Value.None;
        turn.Say($"Ended {node.Id}", active.No);
        turn.Say($"gave {node.Id} {round.Index} {CaseFormat.WriteValue(output)}", round.No);
        turn.Marking.Actives.Remove(active);
        turn.Marking.Frames.Remove(round);
        turn.Marking.Set(body with { Done = body.Done + 1, Outputs = body.Outputs.SetItem(round.Index, output) });
        if (isEnough || body.Done + 1 == body.Items.Length)
        {
            EndLoop(turn, body.No, node, loop);
        }
        else if (loop.IsSequential)
        {
            BeginRound(turn, body.No, node, loop, body.Begun);
        }
    }

    private static void EndLoop(Turn turn, int loopNo, Activity node, MultiInstance loop)
    {
        var body = turn.Marking.Frame(loopNo);
        foreach (var round in turn.Marking.Frames.Where(frame => frame.Parent == loopNo).ToList())
        {
            Frames.Cancel(turn, round.No, "NotNeeded");
            turn.Marking.Frames.Remove(round);
            turn.Say($"close {node.Id}", round.No);
        }

        turn.Marking.Frames.Remove(body);
        turn.Say($"close {node.Id}", loopNo);
        turn.Say($"done {node.Id}", body.Host);
        var host = turn.Marking.Active(body.Host)!;
        if (loop.OutputCollection is { } target)
        {
            turn.Write(host.Frame, Value.Record.Empty.With(target, new Value.List(body.Outputs)));
        }

        turn.Marking.Set(host with { Phase = Phase.Completed });
    }
}
