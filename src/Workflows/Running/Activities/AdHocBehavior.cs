using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Running.Activities;

/// <summary>Ad-hoc subprocesses: all that nothing leads to begins at once; the completion condition is tried after each activity.</summary>
internal static class AdHocBehavior
{
    /// <param name="frameId">The frame that was opened for it.</param>
    public static void Begin(Step step, SubProcess node, string frameId)
    {
        foreach (var first in node.Firsts)
        {
            step.Place(first, frameId, null);
        }
    }

    /// <summary>An activity is left: if it lies in an ad-hoc subprocess, that may be done by now.</summary>
    public static void Leave(Step step, Token token, Activity node)
    {
        if (node.Scope.Owner?.AdHoc is not { CompletionCondition: { } condition } adHoc)
        {
            Flows.Leave(step, token, node);
            return;
        }

        var result = Formulas.Evaluate(step, token.ScopeId, condition);
        switch (result.Value)
        {
            case Value.YesNo(false):
                Flows.Leave(step, token, node);
                break;
            case Value.YesNo when adHoc.CancelsRemaining:
                step.Record(new CaseEvent.TokenEnded(token.Id, token.NodeId, TokenEnd.Ended));
                Scopes.CancelTokens(step, token.ScopeId, WorkEnd.NotNeeded);
                Scopes.Complete(step, step.State.Scope(token.ScopeId), CaseEnd.Completed);
                break;
            case Value.YesNo:
                Scopes.EndToken(step, token);
                break;
            default:
                step.Stick(token, "condition-unclear", $"「{node.Scope.Owner.Label}」を終える条件「{condition.Text}」の答えが「はい」か「いいえ」になりません。{result.Why}", Resume.Leave);
                break;
        }
    }
}
