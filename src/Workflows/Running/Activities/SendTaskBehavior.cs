using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Running.Activities;

/// <summary>A send task with a step is performed by the server; one with a message only tells another case and goes on.</summary>
internal static class SendTaskBehavior
{
    public static void Run(Step step, Token token, SendTask node)
    {
        if (node.Binding is not null || node.Message is not { } message)
        {
            ServiceTaskBehavior.Run(step, token, node, node.Binding);
        }
        else if (Messages.Send(step, token, node, message, node.Mapping, Resume.Run))
        {
            ActivityBehavior.Done(step, token, node, Value.Record.Empty);
        }
    }
}
