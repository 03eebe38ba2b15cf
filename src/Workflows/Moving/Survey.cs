using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Moving;

/// <summary>Goes through all that a case holds and finds its place in the new version.</summary>
internal sealed class Survey
{
    private readonly Process from;
    private readonly Process to;
    private readonly CaseState state;
    private readonly MoveChoices choices;
    private readonly ImmutableArray<MoveLine>.Builder lines = ImmutableArray.CreateBuilder<MoveLine>();
    private readonly ImmutableArray<MoveRefusal>.Builder refusals = ImmutableArray.CreateBuilder<MoveRefusal>();
    private readonly HashSet<(string HolderId, string NodeId)> covered = [];

    public Survey(Process from, Process to, CaseState state, MoveChoices choices)
    {
        (this.from, this.to, this.state, this.choices) = (from, to, state, choices);
        foreach (var token in state.Tokens)
        {
            Place(token);
        }

        if (refusals.Count == 0)
        {
            foreach (var wait in state.Waits)
            {
                Wait(wait);
            }

            Begin();
            Kept();
            ProveEnds();
        }
    }

    public MovePlan Plan => new(lines.ToImmutable(), refusals.ToImmutable());

    /// <summary>Waits that end before the move.</summary>
    public List<Wait> Ending { get; } = [];

    /// <summary>Events that are waited for after it, with the token or frame that waits.</summary>
    public List<(string HolderId, FlowNode Node)> Beginning { get; } = [];

    public FlowNode? Target(string nodeId) => to.Find(choices.Nodes.GetValueOrDefault(nodeId, nodeId));

    /// <summary>The flow by which a token counts at a join of the new version.</summary>
    public string? FlowOf(Token token)
    {
        var id = token.FlowId is { } old ? choices.Flows.GetValueOrDefault(old, old) : null;

        return Target(token.NodeId)!.Incoming.Any(flow => string.Equals(flow.Id, id, StringComparison.Ordinal)) ? id : null;
    }

    private void Place(Token token)
    {
        var old = from.Node(token.NodeId);
        if (Target(token.NodeId) is not { } now)
        {
            Refuse("node-gone", old, $"いま「{old.Label}」にいますが、新しい版にこの要素がありません。移す先の要素を選んでください。");
        }
        else if (!SameKind.Of(old, now))
        {
            Refuse("kind-differs", old, $"「{old.Label}」から「{now.Label}」へは移せません。種類か繰り返し方が違います。同じ種類の要素を選んでください。");
        }
        else if (!IsSameFrame(old.Scope, now.Scope))
        {
            Refuse("frame-differs", old, $"「{now.Label}」は「{old.Label}」と別の枠(サブプロセス)の中にあります。同じ枠の中の要素を選んでください。");
        }
        else if (now is ParallelGateway or InclusiveGateway && now.Incoming.Length > 1 && FlowOf(token) is null)
        {
            Refuse("join-flow-gone", old, $"「{old.Label}」で待ち合わせている道が、新しい版にありません。どの道で来たことにするか選んでください。");
        }
        else
        {
            lines.Add(new MoveLine(MoveKind.GoesOn, old.Id, now.Id));
        }
    }

    private bool IsSameFrame(Scope old, Scope now) => old.Owner is { } owner ? Target(owner.Id) == now.Owner : now.Owner is null;

    private void Wait(Wait wait)
    {
        var old = from.Node(wait.NodeId);
        if (Target(wait.NodeId) is not { } now || !SameKind.Of(old, now) || !IsStillAt(wait, old, now))
        {
            lines.Add(new MoveLine(MoveKind.NoLongerAwaited, old.Id, null));
            Ending.Add(wait);
            return;
        }

        covered.Add((wait.TokenId, now.Id));
        if (wait is Wait.ForTimer)
        {
            Timer(wait, old, now);
        }
        else if (!SameKind.Awaits(old, now))
        {
            lines.Add(new MoveLine(MoveKind.NoLongerAwaited, old.Id, null));
            lines.Add(new MoveLine(MoveKind.NowAwaited, null, now.Id));
            Ending.Add(wait);
            Beginning.Add((wait.TokenId, now));
        }
    }

    /// <summary>Whether the event stands where it stood: on its token's own element, on its edge, behind its gateway, in its frame.</summary>
    private bool IsStillAt(Wait wait, FlowNode old, FlowNode now)
    {
        if (old is StartEvent)
        {
            return FrameOf(wait.TokenId) is { } frame && frame.Handlers.Contains(now);
        }

        var host = Target(state.Token(wait.TokenId)!.NodeId)!;

        return now == host
            || (now is BoundaryEvent boundary && boundary.AttachedTo == host)
            || (host is EventBasedGateway && host.Outgoing.Any(flow => flow.Target == now));
    }

    private void Timer(Wait wait, FlowNode old, FlowNode now)
    {
        if (!choices.Timers.TryGetValue(old.Id, out var choice))
        {
            Refuse("timer-undecided", old, $"「{old.Label}」のタイマーが動いています。今の期日のままにするか、新しい版の決まりで始めからにするかを選んでください。");
        }
        else if (choice is TimerChoice.Keep)
        {
            lines.Add(new MoveLine(MoveKind.TimerKept, old.Id, now.Id));
        }
        else
        {
            lines.Add(new MoveLine(MoveKind.TimerStartsAgain, old.Id, now.Id));
            Ending.Add(wait);
            Beginning.Add((wait.TokenId, now));
        }
    }

    /// <summary>
    /// What only the new version waits for: on edges, behind event-based gateways, in frames. Not where nothing is waited for any more (what could not begin will wait by
    /// itself, what is done has left its events behind), and not what the old version had there too: that has happened already.
    /// </summary>
    private void Begin()
    {
        foreach (var token in state.Tokens.Where(static token => token.Trouble is not { Resume: Resume.Arrive or Resume.Leave }))
        {
            var (old, now) = (from.Node(token.NodeId), Target(token.NodeId)!);
            Begin(token.Id, Awaited(old, token), Awaited(now, token));
        }

        foreach (var frame in state.Scopes.Where(frame => FrameOf(frame.Id) is not null && !IsOver(frame.Id)))
        {
            var old = frame.NodeId is { } id ? ((SubProcess)from.Node(id)).Inner : from.Root;
            Begin(frame.Id, old.Handlers, FrameOf(frame.Id)!.Handlers);
        }
    }

    private void Begin(string holderId, IEnumerable<FlowNode> before, IEnumerable<FlowNode> awaited)
    {
        var known = before.Where(old => Target(old.Id) is { } now && SameKind.Of(old, now)).Select(old => Target(old.Id)!).ToHashSet();
        foreach (var node in awaited.Where(node => IsAwaited(node) && !covered.Contains((holderId, node.Id)) && !known.Contains(node)))
        {
            lines.Add(new MoveLine(MoveKind.NowAwaited, null, node.Id));
            Beginning.Add((holderId, node));
        }
    }

    private IEnumerable<FlowNode> Awaited(FlowNode node, Token token) => node switch
    {
        Activity activity when !IsInstance(token, (Activity)from.Node(token.NodeId)) => activity.Boundaries,
        EventBasedGateway gateway => gateway.Outgoing.Select(static flow => flow.Target),
        _ => [],
    };

    /// <summary>Whether the handlers of a frame are not waited for yet, or no more: its start is stuck, or one of them has taken the place of all.</summary>
    private bool IsOver(string frameId) => state.Tokens.Any(token => string.Equals(token.ScopeId, frameId, StringComparison.Ordinal) && from.Node(token.NodeId) switch
    {
        StartEvent => token.Trouble is { Resume: Resume.Arrive },
        SubProcess { IsEventTriggered: true } handler => handler.Inner.Nodes.OfType<StartEvent>().All(static start => start.IsInterrupting),
        _ => false,
    });

    private static bool IsAwaited(FlowNode node) =>
        node is ReceiveTask or EventNode { Trigger: Trigger.Timer or Trigger.Message or Trigger.Signal or Trigger.Conditional };

    private bool IsInstance(Token token, Activity node) =>
        node.Loop is not null && state.Scopes.Any(scope =>
            scope.Index is not null && string.Equals(scope.Id, token.ScopeId, StringComparison.Ordinal) && string.Equals(scope.NodeId, node.Id, StringComparison.Ordinal));

    /// <summary>What the new version draws in a frame of the case; null for loops and for compensation handlers.</summary>
    private Scope? FrameOf(string frameId)
    {
        var frame = state.Scopes.First(frame => string.Equals(frame.Id, frameId, StringComparison.Ordinal));
        if (frame.NodeId is null)
        {
            return to.Root;
        }

        return frame is { Loop: null, Index: null } && string.Equals(state.Token(frame.TokenId!)!.NodeId, frame.NodeId, StringComparison.Ordinal)
            ? (Target(frame.NodeId) as SubProcess)?.Inner
            : null;
    }

    private void Kept()
    {
        foreach (var kept in state.Kept.Where(kept => Target(kept.NodeId) is not Activity { Undo: not null }))
        {
            lines.Add(new MoveLine(MoveKind.NoLongerUndone, kept.NodeId, null));
        }
    }

    /// <summary>From where the tokens then are, each frame must be able to come to its end. One time of a loop ends in itself: only the whole leaves by the flows of its activity.</summary>
    private void ProveEnds()
    {
        var leaving = state.Tokens.Where(token => from.Node(token.NodeId) is not Activity node || !IsInstance(token, node));
        foreach (var frame in leaving.GroupBy(static token => token.ScopeId, StringComparer.Ordinal))
        {
            var played = Markings.Play(frame.Select(token => new Markings.Spot(Target(token.NodeId)!, Flow(token))));
            var first = from.Node(frame.First().NodeId);
            if (played is { IsComplete: true, CanEnd: false })
            {
                Refuse("no-way-to-an-end", first, $"「{first.Label}」から移すと、新しい版では終わりにたどり着けません。移す先を選び直すか、新しい版の図を直してください。");
            }
            else if (!played.IsComplete && frame.FirstOrDefault(token => !HasWayOut(Target(token.NodeId)!)) is { } lost)
            {
                Refuse("no-way-to-an-end", from.Node(lost.NodeId), $"「{from.Node(lost.NodeId).Label}」から移すと、新しい版では終わりにたどり着けません。移す先を選び直すか、新しい版の図を直してください。");
            }
        }
    }

    private static bool HasWayOut(FlowNode node) => Ways.From([node]).Any(static reached => reached.Outgoing.IsEmpty);

    private SequenceFlow? Flow(Token token)
    {
        var id = FlowOf(token);

        return Target(token.NodeId)!.Incoming.FirstOrDefault(flow => string.Equals(flow.Id, id, StringComparison.Ordinal));
    }

    private void Refuse(string code, FlowNode node, string reason) => refusals.Add(new MoveRefusal(code, node.Id, reason));
}
