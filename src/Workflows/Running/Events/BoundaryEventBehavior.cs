using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Running.Events;

/// <summary>Events on the edge of an activity: armed when it begins, gone when it is left.</summary>
internal static class BoundaryEventBehavior
{
    /// <summary>Arms all of them; or none, when one cannot be told and the token is stuck.</summary>
    public static bool Arm(Step step, Token token, Activity node)
    {
        if (node.Boundaries.IsEmpty)
        {
            return true;
        }

        var prepared = new List<Wait>(node.Boundaries.Length);
        foreach (var boundary in node.Boundaries)
        {
            if (boundary.Trigger is Trigger.Error or Trigger.Escalation or Trigger.Compensation || Timers.NeverComes(step, token, boundary))
            {
                continue;
            }

            if (Triggers.Prepare(step, token, boundary) is not { } wait)
            {
                return false;
            }

            prepared.Add(wait);
        }

        foreach (var wait in prepared)
        {
            Waits.Begin(step, wait);
        }

        return true;
    }

    /// <summary>The event happened: it ends the activity, or a token of its own leaves beside it.</summary>
    /// <param name="host">The token on the activity.</param>
    public static void Hit(Step step, Token host, BoundaryEvent boundary, Value.Record? values = null)
    {
        step.Record(new CaseEvent.BoundaryHit(host.Id, boundary.Id, boundary.IsInterrupting));
        var id = host.Id;
        if (boundary.IsInterrupting)
        {
            Scopes.CancelInside(step, host, WorkEnd.NotNeeded);
        }
        else
        {
            id = step.NextId('t');
        }

        step.Record(new CaseEvent.Entered(id, boundary.Id, host.ScopeId, null));
        Variables.WriteResult(step, host.ScopeId, values ?? Value.Record.Empty, boundary.Mapping);
        Flows.Leave(step, step.State.Token(id)!, boundary);
    }
}
