using System.Diagnostics;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Timers of events: what they read from variables is settled when they are armed.</summary>
internal static class Timers
{
    /// <summary>Null when the moment cannot be told and the token is stuck.</summary>
    public static Wait.ForTimer? Prepare(Step step, Token token, FlowNode node, TimerDefinition definition)
    {
        if (definition.Spec is not { } spec)
        {
            Stick(step, token, node, definition.Error!.Sentence);
            return null;
        }

        switch (spec.First(name => Formulas.Find(step, token.ScopeId, name), step.Moment))
        {
            case DueReading.Falls falls:
                return new Wait.ForTimer("", token.Id, node.Id, falls.Due);
            case DueReading.Never:
                Stick(step, token, node, "繰り返しの期間がもう過ぎています。");
                return null;
            case DueReading.Failed failed:
                Stick(step, token, node, failed.Reason);
                return null;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A reminder all of whose times have passed when it would be armed is not waited for: it never comes.</summary>
    public static bool NeverComes(Step step, Token token, EventNode node) =>
        node is BoundaryEvent { IsInterrupting: false } or StartEvent { IsInterrupting: false }
        && node.Trigger is Trigger.Timer { Definition.Spec: { } spec }
        && spec.First(name => Formulas.Find(step, token.ScopeId, name), step.Moment) is DueReading.Never;

    /// <summary>Arms the next round of a timer that fired, if it has one; rounds that were missed are not made up for.</summary>
    public static void Repeat(Step step, Wait.ForTimer fired)
    {
        if (step.Process.Node(fired.NodeId) is BoundaryEvent { IsInterrupting: false } or StartEvent { IsInterrupting: false }
            && fired.Due.Next(step.Input.Calendar, step.Input.At) is { } next)
        {
            Waits.Begin(step, fired with { Due = next });
        }
    }

    public static Decision.Refused? Set(Step step, Input.TimerSet input)
    {
        if (Waits.Find<Wait.ForTimer>(step, input.TimerId) is not { } wait)
        {
            return new Decision.Refused("timer-not-armed", "この案件は、もうその時刻を待っていません。案件を開き直してください。");
        }

        step.Record(new CaseEvent.TimerSet(wait.Id, wait.NodeId, wait.Due with { At = input.DueAt }, input.Reason, input.By));
        step.Ask(new Effect.SetTimer(wait.Id, input.DueAt));

        return null;
    }

    private static void Stick(Step step, Token token, FlowNode node, string reason) =>
        step.Stick(token, "timer-unclear", $"「{node.Label}」の時刻が求められません。{reason}", Resume.Arrive);
}
