using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Gateways;
using OfficeWorkflow.Workflows.Running.Gateways;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Tokens that wait for one another.</summary>
internal static class Joins
{
    public static bool IsWaitingAt(Token token, FlowNode node) =>
        token.Trouble is not { Resume: Resume.Leave } && string.Equals(token.NodeId, node.Id, StringComparison.Ordinal);

    /// <summary>
    /// All tokens rest: fires the first inclusive join that has nobody to wait for. Any arrival and any death of a token can
    /// be what it waited for, so each of them is looked at again.
    /// </summary>
    public static bool FireOne(Step step)
    {
        if (!step.Process.HasInclusiveJoins)
        {
            return false;
        }

        foreach (var token in step.State.Tokens)
        {
            if (token.Trouble is null
                && step.Process.Node(token.NodeId) is InclusiveGateway { Incoming.Length: > 1 } node
                && InclusiveGatewayBehavior.Fire(step, token, node))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A join whose frame holds nothing but waiting joins can never fire; its tokens say so.</summary>
    public static void StickStarved(Step step)
    {
        if (!step.Process.HasJoins)
        {
            return;
        }

        var tokens = step.State.Tokens;
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (token.Trouble is null && IsJoining(step, token) && AllJoining(step, token.ScopeId))
            {
                step.Stick(token, "join-starved", $"「{step.Process.Node(token.NodeId).Label}」で待ち合わせる相手がもう来ません。手続きの図を直すか、案件を取り消してください。", Resume.Arrive);
            }
        }
    }

    private static bool IsJoining(Step step, Token token) => step.Process.Node(token.NodeId) is ParallelGateway or InclusiveGateway;

    private static bool AllJoining(Step step, string scopeId)
    {
        foreach (var token in step.State.Tokens)
        {
            if (string.Equals(token.ScopeId, scopeId, StringComparison.Ordinal) && !IsJoining(step, token))
            {
                return false;
            }
        }

        return true;
    }
}
