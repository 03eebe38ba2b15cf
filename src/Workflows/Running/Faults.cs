using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running.Activities;
using OfficeWorkflow.Workflows.Running.Events;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>BPMN errors: from where they are thrown outwards to the nearest boundary event that catches them.</summary>
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
        }

        if (step.State.IsCalled)
        {
            Endings.Fail(step, code, reason);
            return;
        }

        step.Stick(token, "error-uncaught", $"エラー「{code}」を受け取る道が手続きにありません。{reason}", resume);
    }

    private static Token? Around(Step step, Token token) =>
        step.ScopeOf(token).TokenId is { } outer ? step.State.Token(outer) : null;

    /// <summary>The boundary event for exactly this code, else the one for every error.</summary>
    private static BoundaryEvent? CatcherOn(Step step, Token host, string code)
    {
        if (step.Process.Node(host.NodeId) is not Activity activity || ActivityBehavior.IsInstance(step, host, activity))
        {
            return null;
        }

        BoundaryEvent? every = null;
        foreach (var boundary in activity.Boundaries)
        {
            if (boundary.Trigger is not Trigger.Error error)
            {
                continue;
            }

            if (string.Equals(error.Code, code, StringComparison.Ordinal))
            {
                return boundary;
            }

            every ??= error.Code is null ? boundary : null;
        }

        return every;
    }
}
