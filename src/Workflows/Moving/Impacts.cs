using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Moving;

/// <summary>Asks the mover itself what it would do: there is no second way of telling.</summary>
/// <param name="changed">Ids of elements and flows that differ between the two versions.</param>
public sealed class Impacts(Process from, Process to, IReadOnlySet<string> changed)
{
    private readonly HashSet<FlowNode> touchedBefore = Touched(from, to, changed);
    private readonly HashSet<FlowNode> touchedAfter = Touched(to, from, changed);

    /// <param name="at">When the case would be moved.</param>
    public Impact Of(CaseState state, MoveChoices choices, DateTimeOffset at, WorkCalendar calendar)
    {
        var known = WithPlain(state, choices);
        var plan = Moves.Plan(from, to, state, known);
        var undecided = plan.Refusals.Where(static refusal => refusal.Code is "timer-undecided").Select(static refusal => refusal.NodeId).ToHashSet(StringComparer.Ordinal);
        var lost = Lost(plan, state);
        var again = known with
        {
            Timers = known.Timers.SetItems(state.Waits.OfType<Wait.ForTimer>().Select(static wait => KeyValuePair.Create(wait.NodeId, TimerChoice.StartAgain))),
        };
        var tried = Moves.Move(from, to, state, plan.IsPossible ? known : again, at, calendar);
        var restarted = Moves.Move(from, to, state, again, at, calendar);
        var kind = (tried, plan.Refusals) switch
        {
            _ when !lost.IsEmpty && lost.All(static one => !one.Possible.IsEmpty) => ImpactKind.NeedsChoice,
            (Decision.Refused, _) => ImpactKind.Impossible,
            _ when undecided.Count > 0 => ImpactKind.NeedsChoice,
            _ => IsAhead(state, plan) ? ImpactKind.Moves : ImpactKind.Unaffected,
        };

        return new Impact(kind, Reasoned(plan, tried), Timers(state, known, plan, restarted, undecided), known) { Lost = lost };
    }

    /// <summary>A timer by the same rule in both versions keeps its date without being asked about.</summary>
    private MoveChoices WithPlain(CaseState state, MoveChoices choices)
    {
        var plain = state.Waits.OfType<Wait.ForTimer>()
            .Select(static wait => wait.NodeId)
            .Where(id => !choices.Timers.ContainsKey(id) && RuleOf(from, id) is { } rule && rule == RuleOf(to, choices.Nodes.GetValueOrDefault(id, id)))
            .Distinct(StringComparer.Ordinal);

        return choices with { Timers = choices.Timers.SetItems(plain.Select(static id => KeyValuePair.Create(id, TimerChoice.Keep))) };
    }

    private static (TimerKind Kind, string Text)? RuleOf(Process process, string id) =>
        process.Find(id) is EventNode { Trigger: Trigger.Timer { Definition: var timer } } ? (timer.Kind, timer.Text) : null;

    /// <summary>Where the drawings alone allow it, but the case as it stands does not.</summary>
    private static MovePlan Reasoned(MovePlan plan, Decision tried) => plan.IsPossible && tried is Decision.Refused refused
        ? plan with { Refusals = [new MoveRefusal(refused.Code, "", refused.Reason)] }
        : plan;

    private ImmutableArray<(string NodeId, ImmutableArray<string> Possible)> Lost(MovePlan plan, CaseState state) =>
    [
        .. plan.Refusals.Where(static refusal => refusal.Code is "node-gone").Select(static refusal => refusal.NodeId).Distinct(StringComparer.Ordinal)
            .Select(id => (id, (ImmutableArray<string>)[.. to.Nodes.Where(now => CanTake(state, from.Node(id), now)).Select(static now => now.Id)])),
    ];

    private bool CanTake(CaseState state, FlowNode old, FlowNode now) =>
        SameKind.Of(old, now)
        && string.Equals(old.Scope.Owner?.Id, now.Scope.Owner?.Id, StringComparison.Ordinal)
        && !state.Tokens.Any(token => string.Equals(token.NodeId, now.Id, StringComparison.Ordinal) && from.Find(now.Id) is not null);

    private ImmutableArray<TimerMove> Timers(CaseState state, MoveChoices known, MovePlan plan, Decision restarted, HashSet<string> undecided)
    {
        var armed = restarted is Decision.Accepted accepted
            ? accepted.Effects.OfType<Effect.ArmTimer>().ToLookup(static arm => arm.NodeId, static arm => arm.DueAt, StringComparer.Ordinal)
            : Enumerable.Empty<Effect.ArmTimer>().ToLookup(static arm => arm.NodeId, static arm => arm.DueAt, StringComparer.Ordinal);
        var gone = plan.Lines.Where(static line => line.Kind is MoveKind.NoLongerAwaited).Select(static line => line.From).ToHashSet(StringComparer.Ordinal);
        var waiting = state.Waits.OfType<Wait.ForTimer>().Select(wait =>
        {
            var id = known.Nodes.GetValueOrDefault(wait.NodeId, wait.NodeId);
            return gone.Contains(wait.NodeId) || to.Find(id) is null
                ? new TimerMove(wait.NodeId, null, wait.Due.At, null, IsOpen: false)
                : new TimerMove(wait.NodeId, id, wait.Due.At, armed[id].Select(static due => (DateTimeOffset?)due).FirstOrDefault(), undecided.Contains(wait.NodeId));
        }).ToList();
        var fresh = plan.Lines.Where(static line => line.Kind is MoveKind.NowAwaited).Select(static line => line.To!).Where(armed.Contains)
            .Select(id => new TimerMove(null, id, null, armed[id].First(), IsOpen: false));

        return [.. waiting, .. fresh];
    }

    private bool IsAhead(CaseState state, MovePlan plan) =>
        plan.Lines.Any(static line => line.Kind is not (MoveKind.GoesOn or MoveKind.TimerKept) || !string.Equals(line.From, line.To, StringComparison.Ordinal))
        || Ahead(from, state).Overlaps(touchedBefore)
        || Ahead(to, state).Overlaps(touchedAfter);

    /// <summary>All that a case may still come to, frames around it and what may happen in them included.</summary>
    private static HashSet<FlowNode> Ahead(Process process, CaseState state)
    {
        var here = state.Tokens.Select(token => process.Find(token.NodeId)).OfType<FlowNode>().ToList();
        var around = here.SelectMany(static node => Frames(node.Scope)).Distinct().ToList();
        var ahead = Ways.From(here.Concat(around.Where(static scope => scope.Owner is not null).Select(static scope => (FlowNode)scope.Owner!))
            .Concat(around.SelectMany(static scope => scope.Handlers)).Concat(around.SelectMany(static scope => scope.Handlers.Select(static handler => (FlowNode)handler.Scope.Owner!))));
        var inside = ahead.OfType<Model.Activities.SubProcess>().Where(sub => !here.Exists(node => Frames(node.Scope).Any(scope => scope.Owner == sub))).ToList();
        foreach (var scope in inside.SelectMany(Inner))
        {
            ahead.UnionWith(scope.Nodes);
        }

        return ahead;
    }

    private static IEnumerable<Scope> Frames(Scope scope) => scope.Owner is { } owner ? Frames(owner.Scope).Prepend(scope) : [scope];

    private static IEnumerable<Scope> Inner(Model.Activities.SubProcess sub) =>
        sub.Inner.Nodes.OfType<Model.Activities.SubProcess>().SelectMany(Inner).Prepend(sub.Inner);

    /// <summary>Nodes that differ themselves, by a way that leaves them, by the role that their lane gives them, or by what the procedure itself asks or writes there.</summary>
    private static HashSet<FlowNode> Touched(Process process, Process other, IReadOnlySet<string> changed) =>
    [
        .. process.Nodes.Where(node =>
            changed.Contains(node.Id)
            || node.Outgoing.Any(flow => changed.Contains(flow.Id))
            || (other.Find(node.Id) is { } same && !string.Equals(same.Role, node.Role, StringComparison.Ordinal))
            || Uses.Of(node).Any(use => !string.Equals(OwnText(process, use), OwnText(other, use), StringComparison.Ordinal))),
    ];

    private static string? OwnText(Process process, (WordKind Kind, string Key) use) => use.Kind switch
    {
        WordKind.Form => process.Forms.GetValueOrDefault(use.Key),
        WordKind.Template => process.Wordings.GetValueOrDefault(use.Key),
        _ => null,
    };
}
