using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
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

    /// <summary>Why work cannot be taken or done any more, read anew; null when it can.</summary>
    public static async Task<Refusal?> TakenAsync(OfficeDb db, Guid workId, Viewer viewer, CancellationToken stop)
    {
        var item = await db.Work.AsNoTracking().SingleOrDefaultAsync(row => row.Id == workId, stop);
        if (item is null)
        {
            return Unknown;
        }

        if (item.EndedAt is { } ended)
        {
            return await EndedAsync(db, item, ended, stop);
        }

        return item.AssigneeId is { } holder && holder != viewer.PersonId
            ? HeldBy(await NameAsync(db, holder, stop), item.AssignedAt ?? item.OpenedAt)
            : null;
    }

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
            (WorkEnd.SentBack, _) => new Refusal(
                "work-sent-back", $"この作業は{JapaneseEra.Long(ended)}に差し戻されました。案件の経過で理由を確かめてください。", Kind: RefusalKind.Conflict)
            { Since = ended },
            (WorkEnd.Cancelled, _) => new Refusal(
                "work-cancelled", $"案件が中止されたため、この作業は{JapaneseEra.Long(ended)}に終わりました。", Kind: RefusalKind.Conflict)
            { Since = ended },
            _ => new Refusal(
                "work-not-needed", $"手続きが先に進んだため、この作業は{JapaneseEra.Long(ended)}に要らなくなりました。", Kind: RefusalKind.Conflict)
            { Since = ended },
        };

    private static Refusal FinishedBy(string name, DateTimeOffset ended) => new(
        "work-finished",
        $"この作業は、{name}さんが{JapaneseEra.Long(ended)}に終えました。案件の経過で内容を確かめてください。",
        Kind: RefusalKind.Conflict)
    {
        By = name,
        Since = ended,
    };
}
