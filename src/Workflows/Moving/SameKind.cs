using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Moving;

/// <summary>Whether what is under way at one element can go on at another.</summary>
internal static class SameKind
{
    public static bool Of(FlowNode old, FlowNode now) => old.GetType() == now.GetType() && (old, now) switch
    {
        (SubProcess before, SubProcess after) =>
            before.IsEventTriggered == after.IsEventTriggered && (before.AdHoc is null) == (after.AdHoc is null) && Loops(before, after),
        (CallActivity before, CallActivity after) => string.Equals(before.Procedure, after.Procedure, StringComparison.Ordinal) && Loops(before, after),
        (Activity before, Activity after) => Loops(before, after),
        (BoundaryEvent before, BoundaryEvent after) => before.IsInterrupting == after.IsInterrupting && Triggers(before, after),
        (StartEvent before, StartEvent after) => before.IsInterrupting == after.IsInterrupting && Triggers(before, after),
        (EventNode before, EventNode after) => Triggers(before, after),
        _ => true,
    };

    /// <summary>Whether the same thing is waited for: a wait that goes on must be for what the new version says.</summary>
    public static bool Awaits(FlowNode old, FlowNode now) => (old, now) switch
    {
        (ReceiveTask before, ReceiveTask after) => Messages(before.Message, after.Message),
        (EventNode { Trigger: Trigger.Message before }, EventNode { Trigger: Trigger.Message after }) => Messages(before.Definition, after.Definition),
        (EventNode { Trigger: Trigger.Conditional before }, EventNode { Trigger: Trigger.Conditional after }) => Texts(before.Condition, after.Condition),
        (EventNode { Trigger: Trigger.Signal before }, EventNode { Trigger: Trigger.Signal after }) => before == after,
        _ => true,
    };

    private static bool Messages(MessageDefinition before, MessageDefinition after) =>
        string.Equals(before.Name, after.Name, StringComparison.Ordinal) && Texts(before.Key, after.Key);

    private static bool Triggers(EventNode before, EventNode after) => before.Trigger.GetType() == after.Trigger.GetType();

    private static bool Loops(Activity before, Activity after) =>
        before.Loop?.IsSequential == after.Loop?.IsSequential && (before.Repeat is null) == (after.Repeat is null);

    private static bool Texts(Formula? before, Formula? after) => string.Equals(before?.Text, after?.Text, StringComparison.Ordinal);
}
