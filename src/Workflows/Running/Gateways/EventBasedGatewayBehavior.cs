using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Running.Gateways;

/// <summary>Waits for all events behind it at once; the first to happen wins, the others are given up in the same decision.</summary>
internal static class EventBasedGatewayBehavior
{
    public static void Arrive(Step step, Token token, EventBasedGateway node)
    {
        var prepared = new List<Wait>(node.Outgoing.Length);
        foreach (var flow in node.Outgoing)
        {
            if (Prepare(step, token, flow.Target) is not { } wait)
            {
                return;
            }

            prepared.Add(wait);
        }

        foreach (var wait in prepared)
        {
            Waits.Begin(step, wait);
        }
    }

    /// <summary>Moves the token to the event that happened.</summary>
    public static Token Win(Step step, Token token, EventBasedGateway node, string winnerId)
    {
        Waits.CancelAll(step, token.Id, WorkEnd.NotNeeded);
        foreach (var flow in node.Outgoing)
        {
            if (string.Equals(flow.Target.Id, winnerId, StringComparison.Ordinal))
            {
                step.Record(new CaseEvent.WayChosen(token.Id, node.Id, [], [flow.Id]));
                step.Record(new CaseEvent.Entered(token.Id, winnerId, token.ScopeId, flow.Id));
                break;
            }
        }

        return step.State.Token(token.Id)!;
    }

    private static Wait? Prepare(Step step, Token token, FlowNode target)
    {
        switch (target)
        {
            case CatchEvent node:
                return Triggers.Prepare(step, token, node);
            case ReceiveTask node:
                return Messages.Prepare(step, token, node, node.Message);
            default:
                step.Stick(token, "element-not-run", $"「{target.Label}」は、イベントを待つ分岐の先に置けません。手続きの図を直してください。", Resume.Arrive);
                return null;
        }
    }
}
