using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases.Tokens;

/// <summary>What putting a token elsewhere would end and begin, in sentences.</summary>
/// <param name="holders">Who has the open work, by its id in the engine.</param>
internal sealed class PlaceWords(Process process, IReadOnlyDictionary<string, string> holders)
{
    public IReadOnlyList<string> Ends(PlacePlan plan) => [.. plan.Ends.Select(Ends)];

    public IReadOnlyList<string> Begins(PlacePlan plan) =>
    [
        .. plan.Begins.Select(Begins),
        .. plan.Requests.Select(Requests),
        .. plan.Stuck.Select(token => $"「{Label(token.NodeId)}」で止まります。{token.Trouble!.Reason}"),
        .. plan.End is { } end ? new[] { end is CaseEnd.Failed ? "案件は誤りで終わります。" : "案件が終わります。" } : [],
    ];

    private string Ends(Wait wait) => wait switch
    {
        Wait.ForWork => $"作業「{Label(wait.NodeId)}」{(holders.TryGetValue(wait.Id, out var name) ? $"（{name}さん）" : "")}は終わります。書きかけの様式も使われません。",
        Wait.ForService => $"「{Label(wait.NodeId)}」の自動の処理を取りやめます。もう送ったものは戻りません。",
        Wait.ForTimer timer => $"「{Label(wait.NodeId)}」の時刻（{JapaneseEra.Long(timer.Due.At)}）を待つのをやめます。",
        Wait.ForMessage => $"「{Label(wait.NodeId)}」の返事を待つのをやめます。",
        Wait.ForSignal => $"「{Label(wait.NodeId)}」の知らせを待つのをやめます。",
        Wait.ForCondition => $"「{Label(wait.NodeId)}」の条件を見るのをやめます。",
        Wait.ForCase => $"呼び出した手続き「{Label(wait.NodeId)}」は中止になります。",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string Begins(Wait wait) => wait switch
    {
        Wait.ForWork => $"作業「{Label(wait.NodeId)}」{(process.Node(wait.NodeId).Role is { } role ? $"（{People.Roles.NameOf(role)}）" : "")}ができます。",
        Wait.ForService => $"「{Label(wait.NodeId)}」が自動で行われます。",
        Wait.ForTimer timer => $"「{Label(wait.NodeId)}」の時刻（{JapaneseEra.Long(timer.Due.At)}）を待ちます。",
        Wait.ForMessage => $"「{Label(wait.NodeId)}」の返事を待ちます。",
        Wait.ForSignal => $"「{Label(wait.NodeId)}」の知らせを待ちます。",
        Wait.ForCondition => $"「{Label(wait.NodeId)}」の条件が成り立つのを待ちます。",
        Wait.ForCase => $"手続き「{Label(wait.NodeId)}」が始まります。",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string Requests(Effect effect) => effect switch
    {
        Effect.Send send => $"「{Label(send.NodeId)}」を伝えます。",
        Effect.Broadcast broadcast => $"「{Label(broadcast.NodeId)}」を知らせます。",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string Label(string nodeId) => process.Find(nodeId)?.Label ?? nodeId;
}
