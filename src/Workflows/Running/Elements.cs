using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;
using OfficeWorkflow.Workflows.Running.Activities;
using OfficeWorkflow.Workflows.Running.Events;
using OfficeWorkflow.Workflows.Running.Gateways;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>The table of contents of the semantics: which file runs which element.</summary>
internal static class Elements
{
    public static void Arrive(Step step, Token token)
    {
        switch (step.Process.Node(token.NodeId))
        {
            case Activity node:
                ActivityBehavior.Enter(step, token, node);
                break;
            case StartEvent node:
                StartEventBehavior.Arrive(step, token, node);
                break;
            case EndEvent node:
                EndEventBehavior.Arrive(step, token, node);
                break;
            case CatchEvent { Trigger: Trigger.Link } node:
                Flows.Leave(step, token, node);
                break;
            case CatchEvent node:
                CatchEventBehavior.Arrive(step, token, node);
                break;
            case ThrowEvent node:
                ThrowEventBehavior.Arrive(step, token, node);
                break;
            case ExclusiveGateway node:
                ExclusiveGatewayBehavior.Arrive(step, token, node);
                break;
            case ParallelGateway node:
                ParallelGatewayBehavior.Arrive(step, token, node);
                break;
            case InclusiveGateway node:
                InclusiveGatewayBehavior.Arrive(step, token, node);
                break;
            case EventBasedGateway node:
                EventBasedGatewayBehavior.Arrive(step, token, node);
                break;
            case var node:
                NotRun(step, token, node);
                break;
        }
    }

    /// <summary>Begins one instance of an activity.</summary>
    public static void Run(Step step, Token token, Activity activity)
    {
        switch (activity)
        {
            case UserTask node:
                WorkTaskBehavior.Run(step, token, node, node.Binding, isManual: false);
                break;
            case ManualTask node:
                WorkTaskBehavior.Run(step, token, node, node.Binding, isManual: true);
                break;
            case ServiceTask node:
                ServiceTaskBehavior.Run(step, token, node, node.Binding);
                break;
            case SendTask node:
                SendTaskBehavior.Run(step, token, node);
                break;
            case ReceiveTask node:
                ReceiveTaskBehavior.Run(step, token, node);
                break;
            case BusinessRuleTask node:
                BusinessRuleBehavior.Run(step, token, node);
                break;
            case CallActivity node:
                CallActivityBehavior.Run(step, token, node);
                break;
            case SubProcess node:
                SubProcessBehavior.Run(step, token, node);
                break;
            case var node:
                NotRun(step, token, node);
                break;
        }
    }

    private static void NotRun(Step step, Token token, FlowNode node) =>
        step.Stick(token, "element-not-run", $"「{node.Label}」は実行できない要素です。手続きの図を直してください。", Resume.Arrive);
}
