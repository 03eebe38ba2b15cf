using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Running.Activities;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>A person asks that a stuck token be tried again.</summary>
internal static class Retries
{
    public static Decision.Refused? Retry(Step step, Input.Retried input)
    {
        if (step.State.Token(input.TokenId) is not { Trouble: { } trouble } token)
        {
            return new Decision.Refused("token-not-stuck", "ここはもう止まっていません。案件を開き直してください。");
        }

        step.Record(new CaseEvent.Retried(token.Id, token.NodeId, input.By));
        Variables.Write(step, token.ScopeId, input.Corrections);
        token = step.State.Token(token.Id)!;
        var node = step.Process.Node(token.NodeId);
        switch (trouble.Resume)
        {
            case Resume.Run when node is Activity activity:
                ActivityBehavior.BeginAgain(step, token, activity, trouble);
                break;
            case Resume.Leave when node is Activity activity:
                ActivityBehavior.Leave(step, token, activity);
                break;
            case Resume.Leave:
                Flows.Leave(step, token, node);
                break;
            default:
                step.ArriveAgain(token);
                break;
        }

        return null;
    }
}
