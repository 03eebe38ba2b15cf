using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Running.Gateways;

/// <summary>The first flow whose condition holds, in the order of the flows; else the default flow. Each token by itself.</summary>
internal static class ExclusiveGatewayBehavior
{
    public static void Arrive(Step step, Token token, ExclusiveGateway node)
    {
        if (node.Outgoing.Length < 2)
        {
            Flows.Leave(step, token, node);
            return;
        }

        var conditions = new Conditions(step, token);
        SequenceFlow? way = null;
        foreach (var flow in node.Outgoing)
        {
            if (flow.IsDefault)
            {
                way = flow;
                continue;
            }

            if (flow.Condition is null)
            {
                continue;
            }

            if (conditions.Holds(flow) is not { } holds)
            {
                conditions.Stick(Resume.Arrive);
                return;
            }

            if (holds)
            {
                way = flow;
                break;
            }
        }

        if (conditions.Chosen(way is null ? [] : [way], Resume.Arrive))
        {
            step.Move(token, way!);
        }
    }
}
