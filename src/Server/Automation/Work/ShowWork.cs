using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Notes;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>Everything needed to finish a work item on one page: form, facts, papers, why it is here, what comes next.</summary>
public static class ShowWork
{
    private const int MostPapers = 30;

    /// <param name="Sheet">The form; null when this person cannot fill it now, and <paramref name="No"/> says why.</param>
    /// <param name="Next">What comes after, a sentence each.</param>
    /// <param name="DraftRevision">What the next save of this page builds on.</param>
    public sealed record Model(
        WorkItem Item,
        CaseFile File,
        string? Assignee,
        bool IsMine,
        bool IsOverdue,
        FormDefinition Form,
        FormSheet? Sheet,
        Refusal? No,
        IReadOnlyList<FormFact> Facts,
        IReadOnlyList<Paper> Papers,
        string Why,
        IReadOnlyList<string> Next,
        Diagram Diagram,
        string OperationId,
        int DraftRevision,
        DateTimeOffset? DraftSavedAt)
    {
        /// <summary>Whose it stays while another prepares it.</summary>
        public string? Owner { get; init; }

        /// <summary>Set where several do the same: how many of them suffice.</summary>
        public Quorum? Quorum { get; init; }

        /// <summary>What may be done with it besides filling its form.</summary>
        public required WorkChoices Choices { get; init; }

        /// <summary>What was noted about the case; null while it is not theirs to see.</summary>
        public ShowNotes.Model? Notes { get; init; }

        public IReadOnlyList<Refusal> Refusals => Sheet?.Refusals ?? [];
    }

    public sealed record Paper(Guid Id, string Name, DateTimeOffset KeptAt);

    /// <summary>What a page shows again after a refusal.</summary>
    internal sealed record Again(FormTyped Typed, IReadOnlyList<Refusal> Refusals, string OperationId);

    internal static async Task<Outcome<Model>> HandleAsync(
        Guid workId, Again? again, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await desk.OpenAsync(workId, viewer, db, stop) is { } work
            ? await HandleAsync(work, again, viewer, db, stop)
            : WorkAnswers.Unknown;

    /// <summary>Until the work is theirs, a person sees what it is and nothing of what stands in it.</summary>
    internal static async Task<Model> HandleAsync(WorkAtHand work, Again? again, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        var item = work.Item;
        var isRead = WorkRules.MayRead(viewer, item, work.ReservedTo);
        var prefill = work.Act is null || !isRead ? FormPrefill.Nothing : await work.Act.PrefillAsync(work.Context, stop);
        var draft = await db.FormDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.WorkId == item.Id && row.PersonId == viewer.PersonId, stop);
        var lastMove = await LastMoveAsync(item.Id, db, stop);
        var assignee = item.AssigneeId is { } holder ? await WorkAnswers.NameAsync(db, holder, stop) : null;
        var owner = item.OwnerId is { } whose ? await WorkAnswers.NameAsync(db, whose, stop) : null;
        var no = await WorkAnswers.TakenAsync(db, item.Id, viewer, stop) ?? WorkRules.MayDo(viewer, item, work.ReservedTo);
        var sheet = no is null && isRead ? await SheetAsync(work, prefill, draft, again, db, stop) : null;
        return new Model(
            item, work.File, assignee, item.AssigneeId == viewer.PersonId, item.IsOverdue(work.Context.At), work.Form, sheet, no,
            prefill.Facts, isRead ? await PapersAsync(work.File, db, stop) : [],
            new WorkReason(viewer, item, work.ReservedTo, assignee, owner, lastMove, isRead).Sentence,
            NextSteps.After(work.Process, work.State, item.NodeId, item.EngineId),
            await Diagram.OfAsync(work.File, work.State, work.Process, [], item.NodeId, db, stop),
            again?.OperationId ?? Guid.CreateVersion7().ToString("N"), draft?.Revision ?? 0, draft?.SavedAt)
        {
            Owner = owner,
            Quorum = Quorum.Of(work.State, work.Process, item.EngineId, new EvaluationMoment(work.Context.At, work.Calendar)),
            Notes = isRead ? await NotesAsync(work, viewer, db, stop) : null,
            Choices = WorkChoices.Of(work, viewer, isRead, mayClaim: no is null && item.AssigneeId is null),
        };
    }

    /// <summary>Of the whole tree of cases: who does one step should know what was said at another.</summary>
    private static async Task<ShowNotes.Model> NotesAsync(WorkAtHand work, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        var tree = await db.Cases.Where(file => file.RootId == work.File.RootId).Select(static file => file.Id).ToListAsync(stop);
        var names = await db.People.ToDictionaryAsync(static person => person.Id, static person => person.Name, stop);
        return new ShowNotes.Model(work.File.Id, await ShowNotes.LinesAsync(tree, names, db, stop), Policies.Names[Policies.Work].Any(viewer.Has), Typed: null, [])
        {
            WorkId = work.Item.Id,
        };
    }

    private static Task<WorkMove?> LastMoveAsync(Guid workId, OfficeDb db, CancellationToken stop) => db.WorkMoves.AsNoTracking()
        .Where(move => move.WorkId == workId && move.Kind != WorkMoveKind.DueChanged && move.Kind != WorkMoveKind.PriorityChanged)
        .OrderByDescending(static move => move.At)
        .ThenByDescending(static move => move.Id)
        .FirstOrDefaultAsync(stop);

    private static async Task<FormSheet> SheetAsync(
        WorkAtHand work, FormPrefill prefill, FormDraft? draft, Again? again, OfficeDb db, CancellationToken stop)
    {
        var asking = work.Asking(prefill);
        var typed = again?.Typed ?? (draft is null ? FormTyped.Of(work.Form, prefill.Values) : DraftText.Read(draft.Typed));
        return new FormSheet(asking, typed, $"/work/{work.Item.Id}/draft")
        {
            Hidden = AnswerReader.Read(asking, typed).Hidden,
            Refusals = again?.Refusals ?? [],
            Files = await db.Documents.AsNoTracking().Where(row => row.CaseId == work.Item.CaseId)
                .ToDictionaryAsync(static row => row.Id.ToString(), static row => row.Name, StringComparer.Ordinal, stop),
        };
    }

    private static async Task<IReadOnlyList<Paper>> PapersAsync(CaseFile file, OfficeDb db, CancellationToken stop) =>
        await db.Documents.AsNoTracking()
            .Where(row => row.CaseId == file.Id || (file.Subject != null && row.Subject == file.Subject))
            .OrderByDescending(static row => row.KeptAt)
            .Take(MostPapers)
            .Select(static row => new Paper(row.Id, row.Name, row.KeptAt))
            .ToListAsync(stop);
}
