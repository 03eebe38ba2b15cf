using OfficeWorkflow.Server.People;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>What the diagram shows, as sentences: what comes next, and where a case stands.</summary>
public static class NextSteps
{
    public static IReadOnlyList<string> After(Process process, string nodeId) =>
        [.. Upcoming.After(process, nodeId).Select(Sentence).Distinct(StringComparer.Ordinal)];

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
        EndEvent => "案件が終わります。",
        _ => $"「{node.Label}」を待ちます。",
    };

    private static string By(FlowNode node) => node.Role is null ? "" : $"（{Roles.NameOf(node.Role)}）";
}
