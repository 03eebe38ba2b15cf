using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Memos;

/// <summary>The memos of the office: those that somebody has to see to, or those that are done; newest first.</summary>
public static class ListMemos
{
    private const int PageSize = 50;

    public sealed record Filter
    {
        /// <summary><c>done</c>; else what is open.</summary>
        public string? State { get; init; }

        public string? After { get; init; }

        public bool IsDone => string.Equals(State, "done", StringComparison.Ordinal);
    }

    /// <param name="Heading">Null for who may not read it.</param>
    public sealed record Line(Guid Id, string? Heading, string Writer, DateTimeOffset WrittenAt, DateOnly? DueOn, bool IsOverdue, string? Assignee, bool IsMine, bool IsFree, DateTimeOffset? DoneAt);

    public sealed record Model(Filter Filter, IReadOnlyList<Line> Lines, int Count, string? Next, bool MayWork)
    {
        public string Sentence => string.Create(
            CultureInfo.InvariantCulture, $"{(Filter.IsDone ? "済んだ電話メモ" : "電話メモ")} 全{Count}件のうち{Lines.Count}件を、新しい順に表示しています");
    }

    internal static async Task<Model> HandleAsync(Filter filter, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var (lines, next) = await PageAsync(filter, PageSize, viewer, db, clock, stop);
        return new Model(filter, lines, await All(filter, db).CountAsync(stop), next, MayWork: true);
    }

    /// <summary>Open ones that one has, or that nobody has.</summary>
    internal static Task<int> CountAsync(Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        var me = viewer.PersonId;
        return db.Memos.CountAsync(memo => memo.DoneAt == null && (memo.AssigneeId == null || memo.AssigneeId == me), stop);
    }

    internal static async Task<(IReadOnlyList<Line> Lines, string? Next)> PageAsync(
        Filter filter, int size, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var rows = await After(All(filter, db), filter.After)
            .OrderByDescending(static memo => memo.WrittenAt).ThenByDescending(static memo => memo.Id)
            .Take(size + 1)
            .ToListAsync(stop);
        var shown = rows.GetRange(0, Math.Min(rows.Count, size));
        var ids = shown.SelectMany(static memo => new[] { memo.WrittenBy, memo.AssigneeId ?? memo.WrittenBy }).Distinct().ToList();
        var names = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(static person => person.Id, static person => person.Name, stop);
        var today = JapaneseEra.DayInTokyo(clock.GetUtcNow());
        var leads = WorkRules.MayLead(viewer);
        return (
            shown.ConvertAll(memo => new Line(
                memo.Id,
                memo.IsReadBy(viewer, leads) ? memo.Heading : null,
                names.GetValueOrDefault(memo.WrittenBy, ""),
                memo.WrittenAt,
                memo.DueOn,
                memo.IsOpen && memo.DueOn < today,
                memo.AssigneeId is { } who ? names.GetValueOrDefault(who, "") : null,
                memo.AssigneeId == viewer.PersonId,
                memo.AssigneeId is null,
                memo.DoneAt)),
            rows.Count > size ? new TimeCursor(shown[^1].WrittenAt, shown[^1].Id).ToString() : null);
    }

    private static IQueryable<Memo> All(Filter filter, OfficeDb db) => db.Memos.AsNoTracking().Where(memo => memo.DoneAt != null == filter.IsDone);

    private static IQueryable<Memo> After(IQueryable<Memo> memos, string? cursor) =>
        TimeCursor.Read(cursor) is var (at, id)
            ? memos.Where(memo => memo.WrittenAt < at || (memo.WrittenAt == at && memo.Id.CompareTo(id) < 0))
            : memos;
}
