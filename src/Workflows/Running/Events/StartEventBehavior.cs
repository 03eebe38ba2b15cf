using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running.Activities;

namespace OfficeWorkflow.Workflows.Running.Events;

/// <summary>Whatever hit it has happened already: the token goes on.</summary>
internal static class StartEventBehavior
{
    public static void Arrive(Step step, Token token, StartEvent node)
    {
        if (EventSubProcessBehavior.Arm(step, token, node))
        {
            Flows.Leave(step, token, node);
        }
    }
}
