using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>How tokens leave a node.</summary>
internal static class Flows
{
    /// <summary>
    /// Out of an activity or event: every flow without a condition and every flow whose condition holds; the default flow
    /// when no condition holds. Without any flow the token ends here.
    /// </summary>
    public static void Leave(Step step, Token token, FlowNode node)
    {
        var flows = node.Outgoing;
        if (flows.IsEmpty)
        {
            Scopes.EndToken(step, token);
        }
        else if (flows.Length == 1 && flows[0].Condition is null)
        {
            step.Move(token, flows[0]);
        }
        else if (Choose(step, token, node) is { } taken)
        {
            Take(step, token, taken);
        }
    }

    /// <summary>The token takes the first flow itself, each further one gets a new token.</summary>
    public static void Take(Step step, Token token, IReadOnlyList<SequenceFlow> flows)
    {
        step.Move(token, flows[0]);
        for (var index = 1; index < flows.Count; index++)
        {
            step.Place(flows[index].Target, token.ScopeId, flows[index].Id);
        }
    }

    private static List<SequenceFlow>? Choose(Step step, Token token, FlowNode node)
    {
        var conditions = new Conditions(step, token);
        var taken = new List<SequenceFlow>(node.Outgoing.Length);
        var hasConditional = false;
        SequenceFlow? otherwise = null;
        foreach (var flow in node.Outgoing)
        {
            if (flow.IsDefault)
            {
                otherwise = flow;
            }
            else if (flow.Condition is null)
            {
                taken.Add(flow);
            }
            else if (conditions.Holds(flow) is not { } holds)
            {
                conditions.Stick(Resume.Leave);
                return null;
            }
            else if (holds)
            {
                hasConditional = true;
                taken.Add(flow);
            }
        }

        if (!hasConditional && otherwise is not null)
        {
            taken.Add(otherwise);
        }

        return conditions.Chosen(taken, Resume.Leave) ? taken : null;
    }
}
