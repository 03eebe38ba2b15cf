using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Running.Activities;
/// <summary>User and manual tasks: a work item is opened and waited for.</summary>
internal static class WorkTaskBehavior
{
    public static void Run(Step step, Token token, Activity node, StepBinding? binding, bool isManual)
    {
        var inputs = Bindings.Evaluate(step, token, binding);
        var id = step.NextId(Waits.Work);
        step.Record(new CaseEvent.WorkOpened(id, token.Id, node.Id, node.Role));
        step.Ask(new Effect.OpenWorkItem(id, node.Id, node.Label, node.Role, isManual, inputs));
    }

    public static Decision.Refused? Finish(Step step, Input.WorkFinished input)
    {
        if (Waits.Find<Wait.ForWork>(step, input.WorkId) is not { } wait)
        {
            return new Decision.Refused("work-not-open", "この作業はもう開いていません。一覧に戻って選び直してください。");
        }

        step.Record(new CaseEvent.WorkClosed(wait.Id, wait.NodeId, WorkEnd.Finished, input.By));
        step.Ask(new Effect.CloseWorkItem(wait.Id, WorkEnd.Finished));
        ActivityBehavior.Done(step, step.State.Token(wait.TokenId)!, (Activity)step.Process.Node(wait.NodeId), input.Values);

        return null;
    }
}
