using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>The refusals of work: who was faster, and when.</summary>
internal static class WorkAnswers
{
    public static Refusal Unknown { get; } =
        new("work-unknown", "この作業は見つかりません。受信箱から選び直してください。", Kind: RefusalKind.Unknown);

    public static Refusal NotYours { get; } =
        new("work-not-yours", "この作業はあなたの担当ではないため、戻せません。受信箱から選び直してください。", Kind: RefusalKind.Conflict);

    public static Refusal ChangedHands { get; } =
        new("work-changed-hands", "この作業は、いま担当が変わったところです。開き直して、いまの担当を確かめてください。", Kind: RefusalKind.Conflict);

    /// <summary>The same with who changed it last, and when.</summary>
    public static async Task<Refusal> ChangedHandsAsync(OfficeDb db, Guid workId, CancellationToken stop)
    {
        var last = await db.WorkMoves.AsNoTracking()
            .Where(move => move.WorkId == workId)
            .OrderByDescending(static move => move.At)
            .ThenByDescending(static move => move.Id)
            .Select(static move => new { move.ById, move.At })
            .FirstOrDefaultAsync(stop);
        return last is null ? ChangedHands : ChangedHands with { By = await NameAsync(db, last.ById, stop), Since = last.At };
    }

    /// <summary>A refusal to end work, with the name of whose it stays where the person only prepares it.</summary>
    public static async Task<Refusal> NamedAsync(OfficeDb db, WorkItem item, Refusal no, CancellationToken stop) =>
        item.OwnerId is { } owner ? no with { By = await NameAsync(db, owner, stop) } : no;

    /// <summary>Why work cannot be taken or done any more, read anew; null when it can.</summary>
    public static async Task<Refusal?> TakenAsync(OfficeDb db, Guid workId, Viewer viewer, CancellationToken stop)
    {
        var item = await db.Work.AsNoTracking().SingleOrDefaultAsync(row => row.Id == workId, stop);
        if (item is null)
        {
            return Unknown;
        }

        return await EndedAsync(db, item, stop) ?? (item.AssigneeId is { } holder && holder != viewer.PersonId && !WorkRules.IsStoodInFor(viewer, holder)
            ? HeldBy(await NameAsync(db, holder, stop), item.AssignedAt ?? item.OpenedAt)
            : null);
    }

    /// <summary>Why it did not last until the commit as it was seen: who insisted on what they had read is told that, the others who was faster.</summary>
    /// <param name="read">The state that the caller has read (If-Match).</param>
    public static async Task<Refusal?> TakenAsync(OfficeDb db, Guid workId, string? read, Viewer viewer, CancellationToken stop)
    {
        var item = await db.Work.AsNoTracking().SingleOrDefaultAsync(row => row.Id == workId, stop);
        return item is not null && !EntityTag.Holds(read, item.Tag) ? EntityTag.Outdated : await TakenAsync(db, workId, viewer, stop);
    }

    /// <summary>How and by whom work came to its end; null when it is open.</summary>
    public static async Task<Refusal?> EndedAsync(OfficeDb db, WorkItem item, CancellationToken stop) =>
        item.EndedAt is { } ended ? await EndedAsync(db, item, ended, stop) : null;

    public static async Task<string> NameAsync(OfficeDb db, Guid personId, CancellationToken stop) =>
        await db.People.Where(person => person.Id == personId).Select(static person => person.Name).SingleOrDefaultAsync(stop) ?? "ほかの方";

    private static Refusal HeldBy(string name, DateTimeOffset since) => new(
        "work-taken",
        $"{name}さんが{JapaneseEra.Short(since)}から受け持っています。受信箱に戻って別の作業を選ぶか、管理者に割り当ての変更を頼んでください。",
        Kind: RefusalKind.Conflict)
    {
        By = name,
        Since = since,
    };

    private static async Task<Refusal> EndedAsync(OfficeDb db, WorkItem item, DateTimeOffset ended, CancellationToken stop) =>
        (item.End, item.FinishedById) switch
        {
            (WorkEnd.Finished, { } by) => FinishedBy(await NameAsync(db, by, stop), ended),
            (WorkEnd.SentBack, _) => Ended(
                "work-sent-back", await CausedByAsync(db, item, ended, stop), ended, "この作業は", "差し戻されました。案件の経過で理由を確かめてください。"),
            (WorkEnd.Cancelled, _) => Ended(
                "work-cancelled", await CausedByAsync(db, item, ended, stop), ended, "案件が中止されたため、この作業は", "終わりました。"),
            _ => Ended(
                "work-not-needed", await CausedByAsync(db, item, ended, stop), ended, "手続きが先に進んだため、この作業は", "要らなくなりました。"),
        };

    private static Refusal Ended(string code, string? by, DateTimeOffset ended, string what, string how) => new(
        code, $"{what}{JapaneseEra.Long(ended)}に{(by is null ? "" : $"{by}さんの操作で")}{how}", Kind: RefusalKind.Conflict)
    {
        By = by,
        Since = ended,
    };

    /// <summary>Who did what ended the work, in its case or in one around it; null when it was no person.</summary>
    private static async Task<string?> CausedByAsync(OfficeDb db, WorkItem item, DateTimeOffset ended, CancellationToken stop)
    {
        var cases = db.Cases;
        var tree = cases.Where(file => cases.Any(own => own.Id == item.CaseId && own.RootId == file.RootId));
        var by = await db.History
            .Where(entry => entry.At == ended && entry.By != null && tree.Any(file => file.Id == entry.CaseId))
            .OrderByDescending(static entry => entry.Number)
            .Select(static entry => entry.By)
            .FirstOrDefaultAsync(stop);
        return by is { } person ? await NameAsync(db, person, stop) : null;
    }

    private static Refusal FinishedBy(string name, DateTimeOffset ended) => new(
        "work-finished",
        $"この作業は、{name}さんが{JapaneseEra.Long(ended)}に終えました。案件の経過で内容を確かめてください。",
        Kind: RefusalKind.Conflict)
    {
        By = name,
        Since = ended,
    };
}
