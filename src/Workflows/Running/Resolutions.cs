using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Gateways;
using OfficeWorkflow.Workflows.Running.Activities;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>A person settles a stuck step by hand: it counts as done, with the results given.</summary>
internal static class Resolutions
{
    public static Decision.Refused? Resolve(Step step, Input.Resolved input)
    {
        if (step.State.Token(input.TokenId) is not { Trouble: not null } token)
        {
            return new Decision.Refused("token-not-stuck", "ここはもう止まっていません。案件を開き直してください。");
        }

        var node = step.Process.Node(token.NodeId);
        if (IsGateway(node) || EventSubProcessBehavior.ArmsAt(node) || HasPartsUnderWay(step, token))
        {
            return new Decision.Refused("token-not-resolvable", "ここは済んだことにできません。値を直してから、やり直してください。");
        }

        step.Record(new CaseEvent.Resolved(token.Id, token.NodeId, input.Reason, input.By));
        var isDone = token.Trouble.Resume is Resume.Leave;
        token = step.State.Token(token.Id)!;
        if (node is Activity activity && !isDone)
        {
            ActivityBehavior.Done(step, token, activity, input.Values);
            return null;
        }

        // What is done already is not done again: it only could not go on.
        Variables.Write(step, token.ScopeId, input.Values);
        if (node is Activity done)
        {
            ActivityBehavior.Leave(step, token, done);
        }
        else
        {
            Flows.Leave(step, token, node);
        }

        return null;
    }

    /// <summary>Where it goes on is chosen by values, not by hand.</summary>
    private static bool IsGateway(FlowNode node) =>
        node is ExclusiveGateway or InclusiveGateway or ParallelGateway or EventBasedGateway;

    /// <summary>A subprocess or the instances of a loop have tokens of their own, which must come to their end.</summary>
    private static bool HasPartsUnderWay(Step step, Token token) =>
        step.State.Scopes.Any(scope => string.Equals(scope.TokenId, token.Id, StringComparison.Ordinal));
}
