using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>Who may do what with a work item, and the sentence that says why not.</summary>
public static class WorkRules
{
    public static bool MayLead(Viewer viewer) => Policies.Names[Policies.Lead].Any(viewer.Has);

    /// <summary>Whether they have it: by name, or standing in for whoever does. Reserved acts are stood in for only by those whom they are reserved to.</summary>
    public static bool Holds(Viewer viewer, WorkItem item, IReadOnlyList<string> reservedTo) =>
        item.AssigneeId == viewer.PersonId || (IsStoodInFor(viewer, item.AssigneeId) && (reservedTo.Count == 0 || reservedTo.Any(viewer.Has)));

    /// <summary>Whether it stays another's while they prepare it.</summary>
    public static bool Prepares(Viewer viewer, WorkItem item, IReadOnlyList<string> reservedTo) => item.OwnerId is not null && Holds(viewer, item, reservedTo);

    public static bool Owns(Viewer viewer, WorkItem item) => item.OwnerId == viewer.PersonId || IsStoodInFor(viewer, item.OwnerId);

    /// <summary>Whether what the work is about in the end, the form with all that it knows, is theirs to see.</summary>
    public static bool MayRead(Viewer viewer, WorkItem item, IReadOnlyList<string> reservedTo) => item.IsOpen
        ? Holds(viewer, item, reservedTo) || Owns(viewer, item)
        : item.FinishedById == viewer.PersonId || item.FinishedForId == viewer.PersonId;

    /// <summary>Why this person may not take the work on; null when they may.</summary>
    public static Refusal? MayDo(Viewer viewer, WorkItem item, IReadOnlyList<string> reservedTo)
    {
        if (!Policies.Names[Policies.Work].Any(viewer.Has))
        {
            return new Refusal("read-only", "閲覧だけの役割なので、作業はできません。", Kind: RefusalKind.NotAllowed);
        }

        if (item.OwnerId is not null && item.AssigneeId == viewer.PersonId)
        {
            return null;
        }

        if (reservedTo.Count > 0 && !reservedTo.Any(viewer.Has))
        {
            return new Refusal(
                "act-reserved", $"この作業は{NamesOf(reservedTo)}だけができます。担当の方に頼んでください。", Kind: RefusalKind.NotAllowed);
        }

        return item.Role is null || viewer.Has(item.Role) || Holds(viewer, item, reservedTo)
            ? null
            : new Refusal(
                "not-your-role", $"この作業は「{Roles.NameOf(item.Role)}」の作業です。管理者に割り当てを頼んでください。", Kind: RefusalKind.NotAllowed);
    }

    /// <summary>Why this person may not finish it or send it back; null when they may. Whoever only prepares it may not.</summary>
    public static Refusal? MayEnd(Viewer viewer, WorkItem item, IReadOnlyList<string> reservedTo)
    {
        if (MayDo(viewer, item, reservedTo) is { } no)
        {
            return no;
        }

        if (!Prepares(viewer, item, reservedTo))
        {
            return null;
        }

        return reservedTo.Count > 0 && !reservedTo.Any(viewer.Has)
            ? new Refusal("act-reserved", $"この作業を終えられるのは{NamesOf(reservedTo)}だけです。準備ができたら、頼んだ方に返してください。", Kind: RefusalKind.NotAllowed)
            : new Refusal("work-delegated", "準備を頼まれた作業です。準備ができたら、頼んだ方に返してください。終えるのは頼んだ方です。", Kind: RefusalKind.NotAllowed);
    }

    public static string NamesOf(IEnumerable<string> roles) => string.Join("・", roles.Select(Roles.NameOf));

    public static bool IsStoodInFor(Viewer viewer, Guid? personId) => personId is { } id && viewer.StandsFor.Contains(id);
}
