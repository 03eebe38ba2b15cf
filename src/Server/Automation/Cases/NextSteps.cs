using OfficeWorkflow.Server.People;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>What the diagram shows, as sentences: what comes next, and where a case stands.</summary>
public static class NextSteps
{
    /// <summary>What comes after one element of a case as it stands; where nothing does, what ends with it.</summary>
    /// <param name="workId">The work's id in the case's state.</param>
    public static IReadOnlyList<string> After(Process process, CaseState state, string nodeId, string workId)
    {
        var upcoming = Upcoming.After(process, nodeId);
        return upcoming.IsEmpty
            ? [Ending(end: null, state, workId)]
            : [.. upcoming.Select(node => node is EndEvent end ? Ending(end, state, workId) : Sentence(node)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What an answer counts where several are asked the same.</summary>
    public static string Counting(Quorum quorum) => $"同じ作業を{quorum.Count}件お願いしています。" + quorum switch
    {
        { Needed: null } => $"決まり（{quorum.Rule}）に合ったところで、残りは要らなくなります。",
        { Needed: { } needed } when needed < quorum.Count => $"そのうち{needed}件が終わると先に進み、残りは要らなくなります。",
        _ => "すべてが終わると先に進みます。",
    } + $"いままでに{quorum.Done}件が終わりました。";

    /// <summary>One element that waits, as a phrase.</summary>
    public static string Standing(FlowNode node) => node switch
    {
        UserTask or ManualTask => $"「{node.Label}」{By(node)}",
        CallActivity => $"手続き「{node.Label}」が終わるのを待っています",
        Activity => $"「{node.Label}」を行っています",
        _ => $"「{node.Label}」を待っています",
    };

    private static string Sentence(FlowNode node) => node switch
    {
        UserTask or ManualTask => $"「{node.Label}」{By(node)}に進みます。",
        CallActivity => $"手続き「{node.Label}」が始まります。",
        Activity => $"「{node.Label}」が自動で行われます。",
        _ => $"「{node.Label}」を待ちます。",
    };

    /// <param name="end">Null where the drawing just ends.</param>
    private static string Ending(EndEvent? end, CaseState state, string workId) => end switch
    {
        { Trigger: not Trigger.Blank, Scope.Owner: { } around } => $"「{around.Label}」が終わります。",
        not { Trigger: Trigger.Terminate } when GoesOn(state, workId) => "この流れはここで終わります。案件は続きます。",
        _ when state.IsCalled => "この手続きが終わり、呼び出した手続きに戻ります。",
        _ => "案件が終わります。",
    };

    /// <summary>
    /// Whether the case waits for something beside the work: what the work stands in ends with it, the others who are asked the same are part of
    /// the step, and who only waits at a join goes on with whoever comes.
    /// </summary>
    private static bool GoesOn(CaseState state, string workId)
    {
        if (state.Wait(workId) is not { } wait || state.Token(wait.TokenId) is not { } own)
        {
            return !state.Waits.IsEmpty;
        }

        var around = Frames(state, own).ToList();
        return state.Waits.Select(other => state.Token(other.TokenId)).OfType<Token>().Concat(state.StuckTokens)
            .Any(other => other != own
                && !around.Exists(frame => string.Equals(frame.TokenId, other.Id, StringComparison.Ordinal))
                && !Frames(state, other).Any(frame => frame.Loop is not null && around.Contains(frame)));
    }

    /// <summary>The frames that a token stands in, from the inside.</summary>
    private static IEnumerable<ScopeState> Frames(CaseState state, Token token)
    {
        for (var id = token.ScopeId; state.Scopes.FirstOrDefault(frame => string.Equals(frame.Id, id, StringComparison.Ordinal)) is { } frame; id = frame.ParentId)
        {
            yield return frame;
        }
    }

    private static string By(FlowNode node) => node.Role is null ? "" : $"（{Roles.NameOf(node.Role)}）";
}
