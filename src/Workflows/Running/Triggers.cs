using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Prepares what an event waits for. Where that cannot be told, the token is stuck and nothing is prepared.</summary>
internal static class Triggers
{
    public static Wait? Prepare(Step step, Token token, EventNode node) => node.Trigger switch
    {
        Trigger.Timer timer => Timers.Prepare(step, token, node, timer.Definition),
        Trigger.Message message => Messages.Prepare(step, token, node, message.Definition),
        Trigger.Signal signal => new Wait.ForSignal("", token.Id, node.Id, signal.Name),
        Trigger.Conditional { Condition: not null } => new Wait.ForCondition("", token.Id, node.Id, IsHeld: false),
        _ => NotRun(step, token, node),
    };

    private static Wait? NotRun(Step step, Token token, EventNode node)
    {
        step.Stick(token, "element-not-run", $"「{node.Label}」は実行できない要素です。手続きの図を直してください。", Resume.Arrive);

        return null;
    }
}
