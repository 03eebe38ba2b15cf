using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Moving;

/// <summary>
/// Moves a running case from one version of its procedure to another. Variables, open work with its claims and drafts, calls and services stay as they are;
/// only where they stand is renamed. What cannot be moved is refused with a reason.
/// </summary>
public static class Moves
{
    /// <summary>What moving would do, as far as the drawings tell.</summary>
    public static MovePlan Plan(Process from, Process to, CaseState state, MoveChoices choices) => new Survey(from, to, state, choices).Plan;

    /// <param name="by">Id of the person, kept in history only.</param>
    public static Decision Move(Process from, Process to, CaseState state, MoveChoices choices, DateTimeOffset at, WorkCalendar calendar, string? by = null)
    {
        if (state.HasEnded)
        {
            return new Decision.Refused("case-ended", "この案件は終わっています。");
        }

        var survey = new Survey(from, to, state, choices);
        if (survey.Plan.Refusals is [var refusal, ..])
        {
            return new Decision.Refused(refusal.Code, refusal.Reason);
        }

        var step = new Step(to, state, new Input.Moved(at, by) { Calendar = calendar });
        foreach (var wait in survey.Ending)
        {
            Waits.Cancel(step, wait, WorkEnd.NotNeeded);
        }

        step.Record(Renaming(survey, to, state, by));
        foreach (var (holderId, node) in survey.Beginning)
        {
            if (!Begin(step, holderId, node))
            {
                return new Decision.Refused(step.LastTrouble!.Code, step.LastTrouble.Reason);
            }
        }

        TellNames(step, state);
        Settle(step);

        return step.State.Tokens.Find(token => token.Trouble is not null && state.Token(token.Id)?.Trouble is null) is { Trouble: { } trouble }
            ? new Decision.Refused(trouble.Code, trouble.Reason)
            : step.Decide();
    }

    /// <summary>What history says was told to a case that was moved.</summary>
    public static Input Told(DateTimeOffset at, string? by) => new Input.Moved(at, by);

    private static CaseEvent.Moved Renaming(Survey survey, Process to, CaseState state, string? by)
    {
        var nodes = state.Tokens.Select(static token => token.NodeId)
            .Concat(state.Waits.Select(static wait => wait.NodeId))
            .Concat(state.Scopes.SelectMany(static scope => scope.Done))
            .Concat(state.Kept.SelectMany(static kept => new[] { kept.NodeId, kept.PartOf }))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(id => new Renamed(id, survey.Target(id)?.Id));
        var flows = state.Tokens.Where(static token => token.FlowId is not null)
            .Select(token => new Renamed(token.FlowId!, survey.FlowOf(token)))
            .Distinct()
            .OrderBy(static renamed => renamed.From, StringComparer.Ordinal);
        var gone = state.Kept.Where(kept => survey.Target(kept.NodeId) is not Activity { Undo: not null }).Select(static kept => kept.Id);

        return new CaseEvent.Moved(
            to.Id, [.. nodes.Where(HasChanged)], [.. flows.Where(HasChanged)], [.. gone], by);
    }

    private static bool HasChanged(Renamed renamed) => !string.Equals(renamed.From, renamed.To, StringComparison.Ordinal);

    /// <summary>False where it cannot be told what is waited for.</summary>
    private static bool Begin(Step step, string holderId, FlowNode node)
    {
        var token = step.State.Token(holderId) ?? new Token(holderId, node.Id, holderId, null);
        if (node is EventNode reminder && Timers.NeverComes(step, token, reminder))
        {
            return true;
        }

        var prepared = node is ReceiveTask task ? Messages.Prepare(step, token, node, task.Message) : Triggers.Prepare(step, token, (EventNode)node);
        if (prepared is null)
        {
            return false;
        }

        Waits.Begin(step, prepared);

        return true;
    }

    /// <summary>Work keeps its id and all that people did with it; its name, role and form are the new version's.</summary>
    private static void TellNames(Step step, CaseState before)
    {
        foreach (var wait in before.Waits)
        {
            if (step.State.Waits.Find(now => string.Equals(now.Id, wait.Id, StringComparison.Ordinal)) is not { } now)
            {
                continue;
            }

            var node = step.Process.Node(now.NodeId);
            var binding = (node as UserTask)?.Binding ?? (node as ManualTask)?.Binding;
            var inputs = now is Wait.ForWork ? Bindings.Evaluate(step, step.State.Token(now.TokenId)!, binding) : Value.Record.Empty;
            step.Ask(new Effect.MoveWait(now.Id, now.NodeId, node.Label, node.Role, inputs));
        }
    }

    /// <summary>A join may have all that it waits for now.</summary>
    private static void Settle(Step step)
    {
        foreach (var token in step.State.Tokens.Where(token => token.Trouble is null && step.Process.Node(token.NodeId) is ParallelGateway))
        {
            step.ArriveAgain(token);
        }

        step.Run();
        Joins.StickStarved(step);
    }
}
