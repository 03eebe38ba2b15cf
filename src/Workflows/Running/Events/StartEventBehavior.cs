using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Running.Events;

/// <summary>Whatever hit it has happened already: the token goes on.</summary>
internal static class StartEventBehavior
{
    public static void Arrive(Step step, Token token, StartEvent node) => Flows.Leave(step, token, node);
}
