using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Running.Gateways;

/// <summary>
/// Waits as long as a token can still come along an empty incoming flow that could not come along a filled one instead
/// (BPMN 13.4.3); then takes one token of each filled flow and goes on along every flow whose condition holds.
/// </summary>
internal static class InclusiveGatewayBehavior
{
    public static void Arrive(Step step, Token token, InclusiveGateway node)
    {
        if (node.Incoming.Length < 2)
        {
            Flows.Leave(step, token, node);
        }
    }

    /// <summary>Looked at when all tokens rest: fires if nobody has to be waited for any more.</summary>
    public static bool Fire(Step step, Token token, InclusiveGateway node)
    {
        var first = new Token?[node.Incoming.Length];
        foreach (var waiting in step.State.Tokens)
        {
            if (Joins.IsWaitingAt(waiting, node) && string.Equals(waiting.ScopeId, token.ScopeId, StringComparison.Ordinal))
            {
                first[IndexOf(node.Incoming, waiting.FlowId!)] ??= waiting;
            }
        }

        if (MustWait(step, token, node, first))
        {
            return false;
        }

        // A token that came later by the same flow is for the next round.
        var survivor = first[IndexOf(node.Incoming, token.FlowId!)]!;
        foreach (var joined in first)
        {
            if (joined is not null && joined != survivor)
            {
                step.Record(new CaseEvent.TokenEnded(joined.Id, node.Id, TokenEnd.Joined));
            }
        }

        Flows.Leave(step, survivor, node);

        return true;
    }

    private static bool MustWait(Step step, Token token, InclusiveGateway node, Token?[] first)
    {
        foreach (var other in step.State.Tokens)
        {
            if (string.Equals(other.ScopeId, token.ScopeId, StringComparison.Ordinal)
                && !string.Equals(other.NodeId, node.Id, StringComparison.Ordinal)
                && ComesOnlyByAnEmptyFlow(node, step.Process.Node(other.NodeId), first))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ComesOnlyByAnEmptyFlow(InclusiveGateway node, FlowNode from, Token?[] first)
    {
        var comesByEmpty = false;
        for (var index = 0; index < first.Length; index++)
        {
            if (!node.CanStillCome(from, index))
            {
                continue;
            }

            if (first[index] is not null)
            {
                return false;
            }

            comesByEmpty = true;
        }

        return comesByEmpty;
    }

    private static int IndexOf(ImmutableArray<SequenceFlow> flows, string id)
    {
        var index = 0;
        while (!string.Equals(flows[index].Id, id, StringComparison.Ordinal))
        {
            index++;
        }

        return index;
    }
}
