using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Running.Events;

internal static class EndEventBehavior
{
    public static void Arrive(Step step, Token token, EndEvent node)
    {
        switch (node.Trigger)
        {
            case Trigger.Blank:
                Scopes.EndToken(step, token);
                break;
            case Trigger.Message message when Messages.Send(step, token, node, message.Definition, node.Mapping, Resume.Arrive):
                Scopes.EndToken(step, token);
                break;
            case Trigger.Message:
                break;
            case Trigger.Error error:
                Faults.Throw(step, token, error.Code ?? "", error.Name, Resume.Arrive);
                break;
            case Trigger.Escalation escalation when Escalations.Throw(step, token, escalation.Code ?? ""):
                Scopes.EndToken(step, token);
                break;
            case Trigger.Escalation:
                break;
            case Trigger.Signal signal when Signals.Throw(step, token, node, signal):
                Scopes.EndToken(step, token);
                break;
            case Trigger.Signal:
                break;
            case Trigger.Compensation compensation:
                CompensationBehavior.Begin(step, token, node, compensation);
                break;
            case Trigger.Terminate:
                Terminate(step, token);
                break;
            default:
                step.Stick(token, "element-not-run", $"「{node.Label}」は実行できない要素です。手続きの図を直してください。", Resume.Arrive);
                break;
        }
    }

    /// <summary>Ends what is in the same frame and nothing else; what lies around goes on as if the frame were done.</summary>
    private static void Terminate(Step step, Token token)
    {
        var scope = step.ScopeOf(token);
        Scopes.CancelTokens(step, scope.Id, WorkEnd.NotNeeded, except: token.Id);
        step.Record(new CaseEvent.TokenEnded(token.Id, token.NodeId, TokenEnd.Ended));
        Scopes.Complete(step, scope, CaseEnd.Terminated);
    }
}
