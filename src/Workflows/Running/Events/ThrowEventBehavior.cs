using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Running.Events;

internal static class ThrowEventBehavior
{
    public static void Arrive(Step step, Token token, ThrowEvent node)
    {
        switch (node.Trigger)
        {
            case Trigger.Blank or Trigger.Link:
                Flows.Leave(step, token, node);
                break;
            case Trigger.Message message when Messages.Send(step, token, node, message.Definition, node.Mapping, Resume.Arrive):
                Flows.Leave(step, token, node);
                break;
            case Trigger.Message:
                break;
            case Trigger.Escalation escalation when Escalations.Throw(step, token, escalation.Code ?? ""):
                Flows.Leave(step, token, node);
                break;
            case Trigger.Escalation:
                break;
            case Trigger.Signal signal when Signals.Throw(step, token, node, signal):
                Flows.Leave(step, token, node);
                break;
            case Trigger.Signal:
                break;
            case Trigger.Compensation compensation:
                CompensationBehavior.Begin(step, token, node, compensation);
                break;
            default:
                step.Stick(token, "element-not-run", $"「{node.Label}」は実行できない要素です。手続きの図を直してください。", Resume.Arrive);
                break;
        }
    }
}
