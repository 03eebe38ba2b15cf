using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running.Activities;
using OfficeWorkflow.Workflows.Running.Events;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Escalations: outwards to the nearest event that catches them. One that nobody catches is no error; that of a called case goes on to its caller.</summary>
internal static class Escalations
{
    /// <summary>False when what caught it ended the token that told it.</summary>
    public static bool Throw(Step step, Token token, string code)
    {
        for (var host = token; host is not null; host = Faults.Around(step, host))
        {
            if (CatcherOn(step, host, code) is { } boundary)
            {
                step.Record(new CaseEvent.Escalated(token.Id, token.NodeId, code, boundary.Id));
                BoundaryEventBehavior.Hit(step, host, boundary);

                return step.State.Token(token.Id) is not null;
            }

            if (Handler(step, host, code) is { } handler)
            {
                step.Record(new CaseEvent.Escalated(token.Id, token.NodeId, code, handler.Id));
                EventSubProcessBehavior.Begin(step, step.ScopeOf(host), handler, Value.Record.Empty);

                return step.State.Token(token.Id) is not null;
            }
        }

        step.Record(new CaseEvent.Escalated(token.Id, token.NodeId, code, null));
        if (step.State.IsCalled)
        {
            step.Ask(new Effect.EscalateToCaller(code));
        }

        return true;
    }

    private static BoundaryEvent? CatcherOn(Step step, Token host, string code) =>
        step.Process.Node(host.NodeId) is Activity activity && !ActivityBehavior.IsInstance(step, host, activity)
            ? Catching.Best(activity.Boundaries.AsSpan(), code, static trigger => trigger is Trigger.Escalation escalation ? (true, escalation.Code) : default)
            : null;

    private static StartEvent? Handler(Step step, Token host, string code) => Catching.Best(
        EventSubProcessBehavior.HandlersAround(step, host), code, static trigger => trigger is Trigger.Escalation escalation ? (true, escalation.Code) : default);
}
