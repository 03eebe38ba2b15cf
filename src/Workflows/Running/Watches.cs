using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>
/// Conditional events: looked at whenever a variable has been written, in the decision that wrote it, and when they begin to wait. They happen
/// when the condition comes to hold; what has happened once must first fail to hold before it happens again. Null is not true.
/// </summary>
internal static class Watches
{
    public static void Review(Step step)
    {
        foreach (var id in Watched(step))
        {
            if (step.State.End is null && Waits.Find<Wait.ForCondition>(step, id) is { } wait)
            {
                Review(step, wait);
            }
        }
    }

    private static void Review(Step step, Wait.ForCondition wait)
    {
        var node = (EventNode)step.Process.Node(wait.NodeId);
        var scopeId = node is StartEvent ? wait.TokenId : step.State.Token(wait.TokenId)!.ScopeId;
        var holds = Formulas.Evaluate(step, scopeId, ((Trigger.Conditional)node.Trigger).Condition!).Value is Value.YesNo(true);
        if (holds && !wait.IsHeld)
        {
            step.Record(new CaseEvent.ConditionMet(wait.Id, wait.NodeId));
            Happenings.EndIfOnce(step, wait);
            Happenings.Happen(step, wait, Value.Record.Empty);
        }
        else if (!holds && wait.IsHeld)
        {
            step.Record(new CaseEvent.ConditionUnmet(wait.Id, wait.NodeId));
        }
    }

    private static List<string> Watched(Step step)
    {
        var ids = new List<string>();
        foreach (var wait in step.State.Waits)
        {
            if (wait is Wait.ForCondition)
            {
                ids.Add(wait.Id);
            }
        }

        return ids;
    }
}
