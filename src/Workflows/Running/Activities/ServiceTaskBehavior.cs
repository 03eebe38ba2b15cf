using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Running.Activities;

/// <summary>Service and send tasks with a step: the server performs it and tells how it came out.</summary>
internal static class ServiceTaskBehavior
{
    public static void Run(Step step, Token token, Activity node, StepBinding? binding)
    {
        if (binding is null)
        {
            step.Stick(token, "step-missing", $"「{node.Label}」に、何をするかが設定されていません。", Resume.Run);
            return;
        }

        var inputs = Bindings.Evaluate(step, token, binding);
        var id = step.NextId(Waits.Service);
        step.Record(new CaseEvent.ServiceCalled(id, token.Id, node.Id, binding.Type));
        step.Ask(new Effect.CallService(id, node.Id, node.Label, binding.Type, inputs));
    }

    public static Decision.Refused? Done(Step step, Input.ServiceDone input)
    {
        if (Waits.Find<Wait.ForService>(step, input.CallId) is not { } wait)
        {
            return NotOpen;
        }

        step.Record(new CaseEvent.ServiceEnded(wait.Id, wait.NodeId, CallEnd.Done, null, null));
        ActivityBehavior.Done(step, step.State.Token(wait.TokenId)!, (Activity)step.Process.Node(wait.NodeId), input.Values);

        return null;
    }

    public static Decision.Refused? Failed(Step step, Input.ServiceFailed input)
    {
        if (Waits.Find<Wait.ForService>(step, input.CallId) is not { } wait)
        {
            return NotOpen;
        }

        step.Record(new CaseEvent.ServiceEnded(wait.Id, wait.NodeId, CallEnd.Failed, input.ErrorCode, input.Reason));
        var token = step.State.Token(wait.TokenId)!;
        if (input.ErrorCode is { } code)
        {
            Faults.Throw(step, token, code, input.Reason, Resume.Run);
        }
        else
        {
            step.Stick(token, "service-failed", input.Reason, Resume.Run);
        }

        return null;
    }

    private static Decision.Refused NotOpen => new("call-not-open", "この呼び出しの答えはもう待たれていません。");
}
