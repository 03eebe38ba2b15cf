using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Notes;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Memos;

/// <summary>What becomes of a memo: somebody takes it on, it is put to the case that it belongs to, it is done. Of two at once one wins.</summary>
public static class SeeToMemo
{
    public sealed record Model(Memo Memo, string Writer, string? Assignee, string? DoneBy, ListCases.Row? Case, bool MayAct)
    {
        public IReadOnlyList<Refusal> Refusals { get; init; } = [];
    }

    public sealed record CasesModel(Memo Memo, string? Words, IReadOnlyList<ListCases.Row> Cases);

    /// <returns>Null for who may not read it, too.</returns>
    internal static async Task<Memo?> FindAsync(Guid id, Viewer viewer, OfficeDb db, CancellationToken stop) =>
        await db.Memos.AsNoTracking().SingleOrDefaultAsync(memo => memo.Id == id, stop) is { } memo && memo.IsReadBy(viewer, WorkRules.MayLead(viewer)) ? memo : null;

    internal static async Task<Model?> ShowAsync(Guid id, Viewer viewer, bool mayAct, OfficeDb db, CancellationToken stop)
    {
        if (await FindAsync(id, viewer, db, stop) is not { } memo)
        {
            return null;
        }

        var ids = new[] { memo.WrittenBy, memo.AssigneeId, memo.DoneBy }.OfType<Guid>().ToList();
        var names = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(static person => person.Id, static person => person.Name, stop);
        var file = await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == memo.CaseId, stop);
        return new Model(
            memo,
            names.GetValueOrDefault(memo.WrittenBy, ""),
            memo.AssigneeId is { } who ? names.GetValueOrDefault(who) : null,
            memo.DoneBy is { } by ? names.GetValueOrDefault(by) : null,
            file is null ? null : new ListCases.Row(file.Id, file.ProcedureName, file.SubjectLabel, file.Status, file.StartedAt, file.EndedAt, OpenWork: 0),
            mayAct && memo.IsOpen);
    }

    internal static async Task<CasesModel?> CasesAsync(Guid id, string? words, Viewer viewer, OfficeDb db, CancellationToken stop) =>
        await FindAsync(id, viewer, db, stop) is { CaseId: null } memo
            ? new CasesModel(memo, words, (await ListCases.PageAsync(new ListCases.Filter { Q = words, Status = nameof(CaseStatus.Open) }, 50, db, stop)).Rows)
            : null;

    /// <summary>Whoever works here takes what nobody has; what stands in it they read only then.</summary>
    internal static async Task<Outcome<Guid>> TakeAsync(Guid id, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var me = viewer.PersonId;
        var isTaken = await db.InTransactionAsync(
            async inner =>
            {
                var rows = await db.Memos.Where(memo => memo.Id == id && memo.AssigneeId == null && memo.DoneAt == null)
                    .ExecuteUpdateAsync(memo => memo.SetProperty(static row => row.AssigneeId, me), inner);
                return rows == 1 && await NotedAsync(id, "memo-taken", "電話メモを引き受けた。", viewer, db, clock, inner);
            },
            stop);
        return isTaken ? id : await LostAsync(id, me, db, stop);
    }

    internal static async Task<Outcome<Guid>> FinishAsync(Guid id, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(id, viewer, db, stop) is null)
        {
            return Unknown;
        }

        var (me, now) = (viewer.PersonId, (DateTimeOffset?)clock.GetUtcNow());
        var isDone = await db.InTransactionAsync(
            async inner =>
            {
                var rows = await db.Memos.Where(memo => memo.Id == id && memo.DoneAt == null).ExecuteUpdateAsync(
                    memo => memo.SetProperty(static row => row.DoneAt, now).SetProperty(static row => row.DoneBy, (Guid?)me), inner);
                return rows == 1 && await NotedAsync(id, "memo-done", "電話メモを済みにした。", viewer, db, clock, inner);
            },
            stop);
        return isDone ? id : Done;
    }

    /// <summary>Puts it to a case, where it stands among the notes as it was written.</summary>
    internal static async Task<Outcome<Guid>> AttachAsync(Guid id, Guid? caseId, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(id, viewer, db, stop) is not { } memo)
        {
            return Unknown;
        }

        if (caseId is not { } to || !await db.Cases.AnyAsync(file => file.Id == to, stop))
        {
            return new Refusal("case-unknown", "この案件は見つかりません。一覧から選び直してください。", Kind: RefusalKind.Unknown);
        }

        var now = clock.GetUtcNow();
        var writer = await db.People.Where(person => person.Id == memo.WrittenBy).Select(static person => person.Name).SingleOrDefaultAsync(stop);
        var isAttached = await db.InTransactionAsync(
            async inner =>
            {
                var rows = await db.Memos.Where(row => row.Id == id && row.CaseId == null)
                    .ExecuteUpdateAsync(row => row.SetProperty(static one => one.CaseId, (Guid?)to), inner);
                if (rows == 0)
                {
                    return false;
                }

                db.CaseNotes.Add(new CaseNote
                {
                    Id = Guid.CreateVersion7(now),
                    OfficeId = memo.OfficeId,
                    CaseId = to,
                    WrittenAt = now,
                    WrittenBy = viewer.PersonId,
                    Text = Said(memo, writer),
                });
                return await NotedAsync(id, "memo-attached", "電話メモを案件に付けた。", viewer, db, clock, inner, to);
            },
            stop);
        return isAttached ? id : new Refusal("memo-attached", "この電話メモは、もう案件に付いています。", Kind: RefusalKind.Conflict);
    }

    private static async Task<bool> NotedAsync(
        Guid id, string act, string text, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop, Guid? caseId = null)
    {
        db.Note(viewer.OfficeId, clock.GetUtcNow(), act, $"memo:{id}", text, caseId);
        await db.SaveChangesAsync(stop);
        return true;
    }

    private static async Task<Outcome<Guid>> LostAsync(Guid id, Guid me, OfficeDb db, CancellationToken stop)
    {
        var names = db.People;
        var holder = await db.Memos.Where(memo => memo.Id == id)
            .Select(memo => new { memo.AssigneeId, memo.DoneAt, Name = names.Where(person => person.Id == memo.AssigneeId).Select(static person => person.Name).FirstOrDefault() })
            .SingleOrDefaultAsync(stop);
        return holder switch
        {
            null => Unknown,
            { DoneAt: not null } => Done,
            _ when holder.AssigneeId == me => id,
            _ => new Refusal("memo-taken", $"この電話メモは、{holder.Name}さんが引き受けました。", Kind: RefusalKind.Conflict) { By = holder.Name },
        };
    }

    private static string Said(Memo memo, string? writer) => string.Create(
        CultureInfo.InvariantCulture,
        $"電話メモ（{JapaneseEra.Long(memo.WrittenAt)}、{writer}が書いた）\n用件: {memo.Heading}{(memo.Caller.Length > 0 ? $"\nだれから: {memo.Caller}" : "")}{(memo.Text.Length > 0 ? $"\n{memo.Text}" : "")}");

    internal static Refusal Unknown => new("memo-unknown", "この電話メモは見つかりません。一覧から選び直してください。", Kind: RefusalKind.Unknown);

    private static Refusal Done => new("memo-done", "この電話メモは、もう済んでいます。", Kind: RefusalKind.Conflict);
}
