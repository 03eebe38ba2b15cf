using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>Who may do what with a work item, and the sentence that says why.</summary>
public static class WorkRules
{
    public static bool MayLead(Viewer viewer) => Policies.Names[Policies.Lead].Any(viewer.Has);

    /// <summary>Why this person may not do the work; null when they may.</summary>
    public static Refusal? MayDo(Viewer viewer, WorkItem item, IReadOnlyList<string> reservedTo)
    {
        if (!Policies.Names[Policies.Work].Any(viewer.Has))
        {
            return new Refusal("read-only", "閲覧だけの役割なので、作業はできません。", Kind: RefusalKind.NotAllowed);
        }

        if (reservedTo.Count > 0 && !reservedTo.Any(viewer.Has))
        {
            return new Refusal(
                "act-reserved", $"この作業は{NamesOf(reservedTo)}だけができます。担当の方に頼んでください。", Kind: RefusalKind.NotAllowed);
        }

        return item.Role is null || viewer.Has(item.Role) || item.AssigneeId == viewer.PersonId
            ? null
            : new Refusal(
                "not-your-role", $"この作業は「{Roles.NameOf(item.Role)}」の作業です。管理者に割り当てを頼んでください。", Kind: RefusalKind.NotAllowed);
    }

    /// <summary>Why the work stands in this person's inbox, or whose it is.</summary>
    public static string Why(Viewer viewer, WorkItem item, IReadOnlyList<string> reservedTo, string? assignee, WorkMove? lastMove)
    {
        var role = item.Role is null ? "どの役割の方でもできる作業です。" : $"図の「{Roles.NameOf(item.Role)}」のレーンにある作業です。";
        var reserved = reservedTo.Count > 0 ? $"{NamesOf(reservedTo)}だけができると決まっています。" : "";
        return role + reserved + Holder(viewer, item, assignee, lastMove);
    }

    public static string NamesOf(IEnumerable<string> roles) => string.Join("・", roles.Select(Roles.NameOf));

    private static string Holder(Viewer viewer, WorkItem item, string? assignee, WorkMove? lastMove)
    {
        if (item.AssigneeId is null)
        {
            return item.Role is not null && viewer.Has(item.Role) ? "あなたにその役割があり、まだ誰も引き受けていません。" : "まだ誰も引き受けていません。";
        }

        var isMine = item.AssigneeId == viewer.PersonId;
        var who = isMine ? "あなた" : $"{assignee}さん";
        return lastMove?.Kind switch
        {
            WorkMoveKind.Claimed => $"{who}が{JapaneseEra.Short(lastMove.At)}に引き受けました。",
            WorkMoveKind.Reassigned => $"{JapaneseEra.Short(lastMove.At)}に{who}へ割り当てられました（理由: {lastMove.Reason}）。",
            _ => $"手続きが{who}を担当に決めています。",
        };
    }
}
