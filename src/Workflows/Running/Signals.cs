using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Signals: told to all who wait for them at that moment, and to nobody who begins to wait later.</summary>
internal static class Signals
{
    public static Decision.Refused? Arrive(Step step, Input.SignalArrived input)
    {
        if (!step.State.Messages.Contains(input.SignalId) && Waiting(step, input.SignalName) is { Count: > 0 } waiting)
        {
            step.Record(new CaseEvent.SignalCame(input.SignalId, input.SignalName));
            Tell(step, waiting, input.Values);
        }

        return null;
    }

    /// <summary>False when somebody who heard it ended the token that told it.</summary>
    public static bool Throw(Step step, Token token, EventNode node, Trigger.Signal signal)
    {
        var waiting = Waiting(step, signal.Name);
        var values = Variables.Map(step, token.ScopeId, node.Mapping.Inputs.AsSpan());
        var id = step.NextId('x');
        step.Record(new CaseEvent.SignalSent(id, token.Id, node.Id, signal.Name));
        step.Ask(new Effect.Broadcast(id, node.Id, signal.Name, values));
        Tell(step, waiting, values);

        return step.State.Token(token.Id) is not null;
    }

    private static List<string> Waiting(Step step, string name)
    {
        var ids = new List<string>();
        foreach (var wait in step.State.Waits)
        {
            if (wait is Wait.ForSignal signal && string.Equals(signal.SignalName, name, StringComparison.Ordinal))
            {
                ids.Add(wait.Id);
            }
        }

        return ids;
    }

    /// <summary>In the order in which they began to wait; one that another has ended hears nothing.</summary>
    private static void Tell(Step step, List<string> waiting, Value.Record values)
    {
        foreach (var id in waiting)
        {
            if (Waits.Find<Wait.ForSignal>(step, id) is { } wait)
            {
                step.Record(new CaseEvent.SignalHeard(wait.Id, wait.NodeId));
                Happenings.EndIfOnce(step, wait);
                Happenings.Happen(step, wait, values);
            }
        }
    }
}
