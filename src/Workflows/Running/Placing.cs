using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running.Activities;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>
/// Putting a token on another step by hand (置き直し): what it waited for ends, what was sent stays sent, and the engine goes on from there as if the token had come by
/// itself. It stays in its frame, makes nothing be done twice, and leaves no join waiting for ever.
/// </summary>
public static class Placing
{
    /// <summary>The steps to which a token may be asked to go, in the order of the way; whether it can, only the engine says. None where it must stay.</summary>
    public static ImmutableArray<FlowNode> Places(Process process, CaseState state, string tokenId) =>
        state.Token(tokenId) is { } token && !state.HasEnded && Stays(process, token, state.Tokens, state.Scopes) is null ? [.. Around(process.Node(token.NodeId))] : [];

    /// <summary>Why a token must stay where it is, in words; null where it can be put elsewhere.</summary>
    public static string? WhyNot(Process process, CaseState state, string tokenId) =>
        state.Token(tokenId) is { } token ? Stays(process, token, state.Tokens, state.Scopes)?.Reason : Gone.Reason;

    /// <summary>What the decision would change.</summary>
    public static PlacePlan PlanOf(CaseState before, Decision.Accepted accepted)
    {
        var after = accepted.State;
        return new PlacePlan(
            [.. before.Waits.Where(wait => after.Wait(wait.Id) is null)],
            [.. after.Waits.Where(wait => before.Wait(wait.Id) is null)],
            [.. accepted.Effects.Where(static effect => effect is Effect.Send or Effect.Broadcast)],
            [.. after.StuckTokens.Where(token => before.Token(token.Id) != token)],
            after.End);
    }

    internal static Decision.Refused? Tell(Step step, Input.TokenPlaced input)
    {
        if (step.State.Token(input.TokenId) is not { } token || !string.Equals(token.NodeId, input.NodeId, StringComparison.Ordinal))
        {
            return Gone;
        }

        if (Stays(step.Process, token, step.State.Tokens, step.State.Scopes) is { } stays)
        {
            return stays;
        }

        if (Around(step.Process.Node(token.NodeId)).FirstOrDefault(node => string.Equals(node.Id, input.ToNodeId, StringComparison.Ordinal)) is not { } target)
        {
            return new Decision.Refused("no-such-place", "そこへは置き直せません。選べるのは、同じ枠の中の作業、待つところ、終わりです。選び直してください。");
        }

        var others = step.State.Tokens.Where(other => IsOther(token, other)).ToList();
        var (beside, staying) = (others.FindAll(other => IsBeside(step.Process, other, target)), others.FindAll(other => !IsBeside(step.Process, other, target)));
        if (Refusal(step.Process, token, target, others, staying) is { } refusal)
        {
            return refusal;
        }

        step.Record(new CaseEvent.TokenPlaced(token.Id, token.NodeId, target.Id, input.Reason, input.By));
        foreach (var other in beside)
        {
            Scopes.CancelInside(step, other, WorkEnd.NotNeeded);
            step.Record(new CaseEvent.TokenEnded(other.Id, other.NodeId, TokenEnd.Cancelled));
        }

        Scopes.CancelInside(step, token, WorkEnd.NotNeeded);
        step.Record(new CaseEvent.Entered(token.Id, target.Id, token.ScopeId, null));
        step.ArriveAgain(step.State.Token(token.Id)!);

        return null;
    }

    private static Decision.Refused Gone => new("token-gone", "案件が先に進み、選んだところにはもういません。案件を開き直してください。");

    private static Decision.Refused? Stays(Process process, Token token, IReadOnlyList<Token> tokens, IReadOnlyList<ScopeState> scopes)
    {
        var node = process.Node(token.NodeId);
        var frame = scopes.First(scope => string.Equals(scope.Id, token.ScopeId, StringComparison.Ordinal));
        if (frame.Index is not null && string.Equals(frame.NodeId, node.Id, StringComparison.Ordinal))
        {
            return Stay($"「{node.Label}」は、いくつもあるうちの一つです。一つだけは動かせません。「{node.Label}」の全体を置き直してください。");
        }

        if (node is SubProcess { IsEventTriggered: true })
        {
            return Stay($"「{node.Label}」は、できごとで始まった枠です。枠の中を置き直すか、枠を終えてください。");
        }

        if (EventSubProcessBehavior.ArmsAt(node))
        {
            return Stay($"「{node.Label}」が済むまで、この枠で起こりうることを待ち始められません。値を直してから、やり直してください。");
        }

        if (node.Scope.Owner is { AdHoc: not null } owner)
        {
            return Stay($"「{owner.Label}」の中は、順番を決めずに行う作業です。置き直すところがありません。要らない作業は終えてください。");
        }

        var host = tokens.FirstOrDefault(other => string.Equals(other.Id, frame.TokenId, StringComparison.Ordinal));
        return node is EventNode { Trigger: Trigger.Compensation } || (host is not null && process.Node(host.NodeId) is EventNode)
            ? Stay($"「{node.Label}」で、済んだことの取り消しをしている途中です。取り消しが終わってから置き直してください。")
            : null;
    }

    private static Decision.Refused Stay(string reason) => new("token-stays", reason);

    private static IEnumerable<FlowNode> Around(FlowNode node) => node.Scope.InOrder().Where(place => place != node && place.Scope == node.Scope && IsPlace(place));

    private static bool IsPlace(FlowNode node) => node switch
    {
        SubProcess { IsEventTriggered: true } or Activity { IsForCompensation: true } => false,
        Activity => true,
        CatchEvent { Trigger: not Trigger.Link } => true,
        EndEvent { Trigger: not Trigger.Compensation } => true,
        _ => false,
    };

    /// <param name="staying">The other tokens of the frame that would stay.</param>
    private static Decision.Refused? Refusal(Process process, Token token, FlowNode target, List<Token> others, List<Token> staying)
    {
        var (ahead, known) = (SendBacks.After(target, withEdges: false), SendBacks.After(process.Node(token.NodeId), withEdges: false));
        if (others.Find(other => process.Node(other.NodeId) is var at && (at == target || ahead.Contains(at)) && !known.Contains(at)) is { } open)
        {
            return new Decision.Refused(
                "open-split", $"「{process.Node(open.NodeId).Label}」がまだ進行中です。そこへ置き直すと二度行うことになります。その道が終わってから置き直すか、別のところを選んでください。");
        }

        var before = Markings.Play(others.Append(token).Select(one => SpotOf(process, one)));
        var after = Markings.Play(staying.Select(one => SpotOf(process, one)).Append(new Markings.Spot(target, null)));
        if (!after.IsComplete)
        {
            return new Decision.Refused("not-provable", "道が多すぎて、置き直しても終わりまで進めるかを確かめられません。進行中の並行の道を終えてから置き直してください。");
        }

        if (after.Starved.Where(join => !before.Starved.Contains(join)).MinBy(static join => join.Id, StringComparer.Ordinal) is { } starved)
        {
            return new Decision.Refused("would-wait-for-ever", $"そこへ置き直すと、「{starved.Label}」で待ち合わせる相手が来ず、待ち続けます。分かれる前か、同じ道の中を選んでください。");
        }

        return after.CanEnd ? null : new Decision.Refused("no-way-to-an-end", "そこからは終わりにたどり着けません。別のところを選んでください。");
    }

    private static Markings.Spot SpotOf(Process process, Token token)
    {
        var node = process.Node(token.NodeId);
        return new Markings.Spot(node, node.Incoming.FirstOrDefault(flow => string.Equals(flow.Id, token.FlowId, StringComparison.Ordinal)));
    }

    /// <summary>A token that an event on an edge made and would make anew: it belongs to what is given up.</summary>
    private static bool IsBeside(Process process, Token other, FlowNode target) =>
        process.Node(other.NodeId) is var node && SendBacks.After(target, withEdges: true).Contains(node) && !SendBacks.After(target, withEdges: false).Contains(node);

    private static bool IsOther(Token token, Token other) =>
        !string.Equals(other.Id, token.Id, StringComparison.Ordinal) && string.Equals(other.ScopeId, token.ScopeId, StringComparison.Ordinal);
}
