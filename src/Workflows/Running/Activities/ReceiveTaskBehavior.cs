using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Running.Activities;

internal static class ReceiveTaskBehavior
{
    public static void Run(Step step, Token token, ReceiveTask node)
    {
        if (Messages.Prepare(step, token, node, node.Message, Resume.Run) is { } wait)
        {
            Waits.Begin(step, wait);
        }
    }
}
