using System.Collections.Immutable;
using System.Runtime.InteropServices;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>
/// Sending a case back (差し戻し) to a step of the same frame that was completed before. What was opened since ends; what was sent stays sent. It never crosses
/// a split whose other ways are still under way: they would be done twice; nor goes into a way that has been joined: it would wait there for ever.
/// </summary>
public static class SendBacks
{
    /// <summary>Where an open work item can be sent back to, by label.</summary>
    public static ImmutableArray<FlowNode> Targets(Process process, CaseState state, string workId)
    {
        if (state.Wait(workId) is not Wait.ForWork wait || state.Token(wait.TokenId) is not { } token)
        {
            return [];
        }

        var done = state.Scopes.First(scope => string.Equals(scope.Id, token.ScopeId, StringComparison.Ordinal)).Done;

        return
        [
            .. done
                .Select(process.Find)
                .OfType<Activity>()
                .Where(target => Refusal(process, state.Tokens.AsSpan(), token, target) is null)
                .OrderBy(static target => target.Label, StringComparer.Ordinal),
        ];
    }

    internal static Decision.Refused? Tell(Step step, Input.SentBack input)
    {
        if (Waits.Find<Wait.ForWork>(step, input.WorkId) is not { } wait)
        {
            return new Decision.Refused("work-not-open", "この作業はもう開いていません。一覧に戻って選び直してください。");
        }

        var token = step.State.Token(wait.TokenId)!;
        if (!step.ScopeOf(token).Done.Contains(input.ToNodeId, StringComparer.Ordinal) || step.Process.Find(input.ToNodeId) is not Activity target)
        {
            return new Decision.Refused("not-done-before", "差し戻せるのは、同じ枠の中で前に終えた作業だけです。戻す先を選び直してください。");
        }

        if (Refusal(step.Process, CollectionsMarshal.AsSpan(step.State.Tokens), token, target) is { } refusal)
        {
            return refusal;
        }

        step.Record(new CaseEvent.SentBack(token.Id, token.NodeId, target.Id, input.Reason, input.By));
        foreach (var other in step.State.Tokens.Where(other => IsBeside(step.Process, token, other, target)).ToList())
        {
            Scopes.CancelInside(step, other, WorkEnd.SentBack);
            step.Record(new CaseEvent.TokenEnded(other.Id, other.NodeId, TokenEnd.Cancelled));
        }

        Scopes.CancelInside(step, token, WorkEnd.SentBack);
        step.Record(new CaseEvent.Entered(token.Id, target.Id, token.ScopeId, null));
        step.ArriveAgain(step.State.Token(token.Id)!);

        return null;
    }

    private static Decision.Refused? Refusal(Process process, ReadOnlySpan<Token> tokens, Token token, Activity target)
    {
        if (string.Equals(target.Id, token.NodeId, StringComparison.Ordinal) || !After(target, withEdges: true).Contains(process.Node(token.NodeId)))
        {
            return new Decision.Refused("not-on-the-way", "この作業は、戻す先の作業から来たものではありません。戻す先を選び直してください。");
        }

        if (IsInsideAnEarlierSplit(process, token, target))
        {
            return new Decision.Refused("inside-a-split", "戻す先は、もう合流した並行の道の途中です。そこへ戻すと合流で待ち続けます。分かれる前の作業へ戻してください。");
        }

        var since = After(target, withEdges: false);
        foreach (var other in tokens)
        {
            if (IsOther(token, other) && since.Contains(process.Node(other.NodeId)))
            {
                return new Decision.Refused(
                    "open-split", "戻す先との間に、まだ進行中の並行の道があります。その道が終わってから差し戻すか、分かれた後の作業へ戻してください。");
            }
        }

        return null;
    }

    /// <summary>Whether a join between the two would wait for a way that nobody goes again.</summary>
    private static bool IsInsideAnEarlierSplit(Process process, Token token, Activity target)
    {
        var here = process.Node(token.NodeId);
        foreach (var join in After(target, withEdges: true).OfType<ParallelGateway>().Where(static gateway => gateway.Incoming.Length > 1))
        {
            var before = After(target, withEdges: true, except: join);
            if (After(join, withEdges: true).Contains(here) && join.Incoming.Any(flow => flow.Source != target && !before.Contains(flow.Source)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A token that an event on an edge made since: it belongs to what is given up.</summary>
    private static bool IsBeside(Process process, Token token, Token other, Activity target) =>
        IsOther(token, other) && After(target, withEdges: true).Contains(process.Node(other.NodeId));

    private static bool IsOther(Token token, Token other) =>
        !string.Equals(other.Id, token.Id, StringComparison.Ordinal) && string.Equals(other.ScopeId, token.ScopeId, StringComparison.Ordinal);

    /// <summary>All that can come after a node.</summary>
    internal static HashSet<FlowNode> After(FlowNode from, bool withEdges, FlowNode? except = null)
    {
        var seen = new HashSet<FlowNode>();
        var open = new Stack<FlowNode>([from]);
        while (open.TryPop(out var node))
        {
            foreach (var next in Next(node, withEdges))
            {
                if (next != except && seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return seen;
    }

    private static IEnumerable<FlowNode> Next(FlowNode node, bool withEdges)
    {
        var next = node.Outgoing.Select(static flow => flow.Target);

        return withEdges && node is Activity activity ? next.Concat(activity.Boundaries) : next;
    }
}
