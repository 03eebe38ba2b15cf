using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running.Activities;
using OfficeWorkflow.Workflows.Running.Events;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>BPMN errors: from where they are thrown outwards to the nearest event that catches them.</summary>
internal static class Faults
{
    /// <param name="resume">Where the token goes on if nobody catches the error and a person asks to try again.</param>
    public static void Throw(Step step, Token token, string code, string reason, Resume resume)
    {
        step.Record(new CaseEvent.ErrorThrown(token.Id, token.NodeId, code, reason));
        for (var host = token; host is not null; host = Around(step, host))
        {
            if (CatcherOn(step, host, code) is { } catcher)
            {
                BoundaryEventBehavior.Hit(step, host, catcher);
                return;
            }

            if (Catching.Best(EventSubProcessBehavior.HandlersAround(step, host), code, CodeOf) is { } handler)
            {
                EventSubProcessBehavior.Begin(step, step.ScopeOf(host), handler, Value.Record.Empty);
                return;
            }
        }

        if (step.State.IsCalled)
        {
            Endings.Fail(step, code, reason);
            return;
        }

        step.Stick(token, "error-uncaught", $"エラー「{code}」を受け取る道が手続きにありません。{reason}", resume);
    }

    /// <summary>The token on what the token stands in; null for one of the case itself.</summary>
    public static Token? Around(Step step, Token token) =>
        step.ScopeOf(token).TokenId is { } outer ? step.State.Token(outer) : null;

    private static BoundaryEvent? CatcherOn(Step step, Token host, string code) =>
        step.Process.Node(host.NodeId) is Activity activity && !ActivityBehavior.IsInstance(step, host, activity)
            ? Catching.Best(activity.Boundaries.AsSpan(), code, CodeOf)
            : null;

    private static (bool IsOfKind, string? Code) CodeOf(Trigger trigger) => trigger is Trigger.Error error ? (true, error.Code) : default;
}
