using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Running.Events;

namespace OfficeWorkflow.Workflows.Running.Activities;

/// <summary>What all activities have in common: boundary events, loops, results.</summary>
internal static class ActivityBehavior
{
    public static void Enter(Step step, Token token, Activity node)
    {
        if (IsInstance(step, token, node))
        {
            Elements.Run(step, token, node);
        }
        else if (BoundaryEventBehavior.Arm(step, token, node))
        {
            Begin(step, token, node);
        }
    }

    /// <summary>Begins the activity whose boundary events are armed.</summary>
    public static void Begin(Step step, Token token, Activity node)
    {
        if (node.Loop is { } loop && !IsInstance(step, token, node))
        {
            MultiInstanceBehavior.Begin(step, token, node, loop);
        }
        else if (node.Repeat is not { IsTestedBefore: true } repeat || token.Round > 0)
        {
            Elements.Run(step, token, node);
        }
        else if (Repeats.Again(step, token, repeat, Resume.Run) is { } isWanted)
        {
            Go(step, token, node, isWanted);
        }
    }

    /// <summary>
    /// Begins it once more after it stuck. A loop that is tested before has let it in already unless it was the test that stuck: what failed is tried
    /// again and not passed over because the condition has changed since.
    /// </summary>
    public static void BeginAgain(Step step, Token token, Activity node, Trouble trouble)
    {
        if (node.Repeat is { IsTestedBefore: true } && trouble.Code is not Repeats.Unclear)
        {
            Elements.Run(step, token, node);
        }
        else
        {
            Begin(step, token, node);
        }
    }

    /// <summary>The activity, or one instance of it, is done.</summary>
    public static void Done(Step step, Token token, Activity node, Value.Record result)
    {
        step.Record(new CaseEvent.Completed(token.Id, node.Id));
        Variables.WriteResult(step, token.ScopeId, result, node.Mapping);
        CompensationBehavior.Keep(step, token, node);
        Leave(step, token, node);
    }

    public static void Leave(Step step, Token token, Activity node)
    {
        if (IsInstance(step, token, node))
        {
            MultiInstanceBehavior.InstanceDone(step, token, node, node.Loop!);
            return;
        }

        if (node.Repeat is not { } repeat)
        {
            Go(step, token, node, isAgain: false);
        }
        else if (Repeats.Again(step, token with { Round = token.Round + 1 }, repeat, Resume.Leave) is { } isAgain)
        {
            Go(step, token, node, isAgain);
        }
    }

    private static void Go(Step step, Token token, Activity node, bool isAgain)
    {
        if (!isAgain)
        {
            Waits.CancelAll(step, token.Id, WorkEnd.NotNeeded);
            AdHocBehavior.Leave(step, token, node);
            return;
        }

        step.RunAgain(token.Id);
    }

    /// <summary>Whether the token is one instance of the looped activity, and not the activity as a whole.</summary>
    public static bool IsInstance(Step step, Token token, Activity node) =>
        node.Loop is not null
        && step.ScopeOf(token) is { Index: not null } scope
        && string.Equals(scope.NodeId, node.Id, StringComparison.Ordinal);
}
