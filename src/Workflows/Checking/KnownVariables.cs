using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking;

/// <summary>Which variables the cases of a procedure can have, wherever in it they are set.</summary>
public static class KnownVariables
{
    /// <summary>Every name that is ever given a value; null where something may give any.</summary>
    public static ImmutableHashSet<string>? Of(Process process, VariableGivers givers)
    {
        var names = givers.Start.ToBuilder();
        foreach (var node in process.Nodes)
        {
            if (Kept(node, givers) is not { } kept)
            {
                return null;
            }

            names.UnionWith(kept);
            names.UnionWith(Written(node));
        }

        return names.ToImmutable();
    }

    /// <summary>What a node gives before its mapping takes of it; null where that may be anything.</summary>
    internal static ImmutableHashSet<string>? Brought(FlowNode node, VariableGivers givers) => node switch
    {
        UserTask task => Form(task.Binding, givers),
        ManualTask { Binding: { } binding } when binding.Input("form") is not null => Form(binding, givers),
        ServiceTask { Binding: { } binding } => givers.Steps.GetValueOrDefault(binding.Type),
        SendTask { Binding: { } binding } => givers.Steps.GetValueOrDefault(binding.Type),
        ReceiveTask task => givers.Messages.GetValueOrDefault(task.Message.Name),
        CallActivity call => givers.Called.GetValueOrDefault(call.Procedure),
        BusinessRuleTask { Table: { } table } => [.. table.Outputs],
        StartEvent or CatchEvent or BoundaryEvent => ((EventNode)node).Trigger switch
        {
            Trigger.Message message => givers.Messages.GetValueOrDefault(message.Definition.Name),
            Trigger.Signal signal => givers.Messages.GetValueOrDefault(signal.Name),
            _ => [],
        },
        _ => [],
    };

    private static ImmutableHashSet<string>? Form(StepBinding? binding, VariableGivers givers) =>
        binding?.Input("form")?.Constant is Value.Text(var key) ? givers.Forms.GetValueOrDefault(key) : null;

    /// <summary>What of it goes to the case as it is: a mapping takes its place, and without one nothing leaves a called case. What begins a case has no mapping.</summary>
    private static ImmutableHashSet<string>? Kept(FlowNode node, VariableGivers givers) => node switch
    {
        CallActivity => [],
        Activity { Mapping.Outputs.IsEmpty: false } => [],
        EventNode { Mapping.Outputs.IsEmpty: false } and not StartEvent { Scope.Owner: null } => [],
        _ => Brought(node, givers),
    };

    private static IEnumerable<string> Written(FlowNode node)
    {
        var mapping = node switch
        {
            Activity activity => activity.Mapping,
            EventNode happening => happening.Mapping,
            _ => Mapping.None,
        };
        foreach (var assignment in mapping.Outputs.Concat(node is SubProcess ? mapping.Inputs : []))
        {
            yield return assignment.Target;
        }

        if (node is Activity { Loop: { } loop })
        {
            yield return MultiInstance.Counter;
            yield return loop.ElementVariable ?? MultiInstance.Counter;
            yield return loop.OutputCollection ?? MultiInstance.Counter;
        }
    }
}
