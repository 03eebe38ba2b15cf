using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Running.Events;

internal static class CatchEventBehavior
{
    public static void Arrive(Step step, Token token, CatchEvent node)
    {
        if (Triggers.Prepare(step, token, node) is { } wait)
        {
            Waits.Begin(step, wait);
        }
    }

    /// <summary>What it waited for happened.</summary>
    public static void Happen(Step step, Token token, EventNode node, Value.Record values)
    {
        step.Record(new CaseEvent.Completed(token.Id, node.Id));
        Variables.WriteResult(step, token.ScopeId, values, node.Mapping);
        Flows.Leave(step, token, node);
    }
}
