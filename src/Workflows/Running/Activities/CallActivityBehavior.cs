using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Running.Activities;

/// <summary>Runs another procedure as a case of its own; only what the mapping names crosses.</summary>
internal static class CallActivityBehavior
{
    public static void Run(Step step, Token token, CallActivity node)
    {
        var values = Variables.Map(step, token.ScopeId, node.Mapping.Inputs.AsSpan());
        var id = step.NextId(Waits.Case);
        step.Record(new CaseEvent.CaseCalled(id, token.Id, node.Id, node.Procedure));
        step.Ask(new Effect.StartCase(id, node.Id, node.Procedure, values) { Binding = node.Binding, Version = node.Version });
    }

    public static Decision.Refused? ChildEnded(Step step, Input.ChildEnded input)
    {
        if (Waits.Find<Wait.ForCase>(step, input.CallId) is not { } wait)
        {
            return NotOpen;
        }

        step.Record(new CaseEvent.CallEnded(wait.Id, wait.NodeId, CallEnd.Done, null, null));
        var node = (Activity)step.Process.Node(wait.NodeId);
        var result = node.Mapping.Outputs.IsEmpty ? Value.Record.Empty : input.Outputs;
        ActivityBehavior.Done(step, step.State.Token(wait.TokenId)!, node, result);

        return null;
    }

    public static Decision.Refused? ChildFailed(Step step, Input.ChildFailed input)
    {
        if (Waits.Find<Wait.ForCase>(step, input.CallId) is not { } wait)
        {
            return NotOpen;
        }

        step.Record(new CaseEvent.CallEnded(wait.Id, wait.NodeId, CallEnd.Failed, input.ErrorCode, input.Reason));
        Faults.Throw(step, step.State.Token(wait.TokenId)!, input.ErrorCode, input.Reason, Resume.Run);

        return null;
    }

    public static Decision.Refused? ChildEscalated(Step step, Input.ChildEscalated input)
    {
        if (Waits.Find<Wait.ForCase>(step, input.CallId) is not { } wait)
        {
            return NotOpen;
        }

        Escalations.Throw(step, step.State.Token(wait.TokenId)!, input.Code);

        return null;
    }

    private static Decision.Refused NotOpen => new("call-not-open", "呼び出した手続きの答えはもう待たれていません。");
}
