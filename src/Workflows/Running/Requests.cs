using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>What the waits of a case ask of the server, asked once more: by the diagram and by what the case knows now.</summary>
internal static class Requests
{
    public static Decision.Refused? AskAgain(Step step, Input.AskedAgain input)
    {
        var index = step.State.WaitIndex(input.WaitId);
        if (index < 0)
        {
            return new Decision.Refused("wait-over", "案件はもうこれを待っていません。");
        }

        var wait = step.State.Waits[index];
        step.Record(new CaseEvent.AskedAgain(wait.Id, wait.NodeId, input.By));
        if (EffectOf(step, wait) is { } effect)
        {
            step.Ask(effect);
        }

        return null;
    }

    /// <summary>What open work would be given now.</summary>
    public static Value.Record Given(Step step, Wait.ForWork wait) =>
        EffectOf(step, wait) is Effect.OpenWorkItem open ? open.Inputs : Value.Record.Empty;

    /// <returns>Null for what is waited for inside the case.</returns>
    private static Effect? EffectOf(Step step, Wait wait) => wait switch
    {
        Wait.ForTimer timer => new Effect.ArmTimer(timer.Id, timer.NodeId, timer.Due.At),
        Wait.ForMessage message => new Effect.Listen(message.Id, message.NodeId, message.MessageName, message.Key),
        Wait.ForSignal signal => new Effect.Hear(signal.Id, signal.NodeId, signal.SignalName),
        Wait.ForCondition => null,
        _ => EffectOf(step, wait, step.State.Token(wait.TokenId)!),
    };

    private static Effect EffectOf(Step step, Wait wait, Token token) => (wait, step.Process.Node(wait.NodeId)) switch
    {
        (Wait.ForWork, UserTask node) => Work(step, token, wait, node, node.Binding, isManual: false),
        (Wait.ForWork, ManualTask node) => Work(step, token, wait, node, node.Binding, isManual: true),
        (Wait.ForService, ServiceTask { Binding: { } binding } node) => Service(step, token, wait, node, binding),
        (Wait.ForService, SendTask { Binding: { } binding } node) => Service(step, token, wait, node, binding),
        (Wait.ForCase, CallActivity node) => new Effect.StartCase(
            wait.Id, node.Id, node.Procedure, Variables.Map(step, token.ScopeId, node.Mapping.Inputs.AsSpan()))
        { Binding = node.Binding, Version = node.Version },
        var (_, node) => throw new System.Diagnostics.UnreachableException($"{wait.GetType().Name} at {node.GetType().Name}."),
    };

    private static Effect.OpenWorkItem Work(Step step, Token token, Wait wait, Activity node, StepBinding? binding, bool isManual) =>
        new(wait.Id, node.Id, node.Label, node.Role, isManual, Bindings.Evaluate(step, token, binding));

    private static Effect.CallService Service(Step step, Token token, Wait wait, Activity node, StepBinding binding) =>
        new(wait.Id, node.Id, node.Label, binding.Type, Bindings.Evaluate(step, token, binding));
}
