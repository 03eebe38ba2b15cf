using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Running.Gateways;

/// <summary>
/// Waits until each incoming flow has brought a token, takes one from each and goes on along all flows. It counts flows and
/// not tokens: a second token of the same flow waits for the next round.
/// </summary>
internal static class ParallelGatewayBehavior
{
    public static void Arrive(Step step, Token token, ParallelGateway node)
    {
        if (node.Incoming.Length > 1)
        {
            var others = new List<Token>(node.Incoming.Length);
            foreach (var flow in node.Incoming)
            {
                if (string.Equals(flow.Id, token.FlowId, StringComparison.Ordinal))
                {
                    continue;
                }

                if (FirstBy(step, token, flow) is not { } other)
                {
                    return;
                }

                others.Add(other);
            }

            foreach (var other in others)
            {
                step.Record(new CaseEvent.TokenEnded(other.Id, node.Id, TokenEnd.Joined));
            }
        }

        if (node.Outgoing.IsEmpty)
        {
            Scopes.EndToken(step, token);
        }
        else
        {
            Flows.Take(step, token, node.Outgoing);
        }
    }

    /// <summary>The token of the same frame that came by the flow first and still waits here.</summary>
    private static Token? FirstBy(Step step, Token arrived, SequenceFlow flow)
    {
        foreach (var token in step.State.Tokens)
        {
            if (string.Equals(token.FlowId, flow.Id, StringComparison.Ordinal)
                && string.Equals(token.NodeId, arrived.NodeId, StringComparison.Ordinal)
                && string.Equals(token.ScopeId, arrived.ScopeId, StringComparison.Ordinal))
            {
                return token;
            }
        }

        return null;
    }
}
