using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>Why work stands in a person's inbox, or whose it is, in sentences that name the rule: lane, role, substitution, delegation.</summary>
/// <param name="Assignee">Name of who has it.</param>
/// <param name="Owner">Name of whose it stays while it is prepared.</param>
/// <param name="LastMove">How it last changed hands.</param>
/// <param name="IsRead">Whether the viewer may read what others wrote about it.</param>
internal sealed record WorkReason(Viewer Viewer, WorkItem Item, IReadOnlyList<string> ReservedTo, string? Assignee, string? Owner, WorkMove? LastMove, bool IsRead)
{
    public string Sentence => Lane + Reserved + Holder + Substitution;

    private string Lane => Item.Role is null ? "どの役割の方でもできる作業です。" : $"図の「{Roles.NameOf(Item.Role)}」のレーンにある作業です。";

    private string Reserved => ReservedTo.Count > 0 ? $"{WorkRules.NamesOf(ReservedTo)}だけができると決まっています。" : "";

    private string Who => Item.AssigneeId == Viewer.PersonId ? "あなた" : $"{Assignee}さん";

    private string Substitution => Item.IsOpen && Item.AssigneeId != Viewer.PersonId && WorkRules.Holds(Viewer, Item, ReservedTo)
        ? $"{Assignee}さんの不在の間、あなたが代行しています。"
        : "";

    private string Holder => (Item.AssigneeId, LastMove?.Kind) switch
    {
        (null, _) => Item.Role is not null && Viewer.Has(Item.Role) ? "あなたにその役割があり、まだ誰も引き受けていません。" : "まだ誰も引き受けていません。",
        (_, WorkMoveKind.Claimed) => $"{Who}が{JapaneseEra.Short(LastMove.At)}に引き受けました。",
        (_, WorkMoveKind.Reassigned) => $"{JapaneseEra.Short(LastMove.At)}に{Who}へ割り当てられました{Because("理由")}。",
        (_, WorkMoveKind.Delegated) => $"{JapaneseEra.Short(LastMove.At)}に{Owner}さんが{Who}に準備を頼みました{Because("頼むこと")}。終えるのは{Owner}さんです。",
        (_, WorkMoveKind.HandedBack) => $"{JapaneseEra.Short(LastMove.At)}に準備が済んで{Who}に返りました{Because("報告")}。",
        (_, WorkMoveKind.TakenBack) => $"{Who}が{JapaneseEra.Short(LastMove.At)}に取り戻しました。",
        _ => $"手続きが{Who}を担当に決めています。",
    };

    private string Because(string label) => IsRead && LastMove?.Reason is { Length: > 0 } reason ? $"（{label}: {reason}）" : "";
}
