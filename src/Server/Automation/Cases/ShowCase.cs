using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases.Future;
using OfficeWorkflow.Server.Automation.Cases.Tokens;
using OfficeWorkflow.Server.Automation.Notes;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.TakeOvers;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>One case with all that it called: where it stands and its story in one order.</summary>
public static class ShowCase
{
    private const int LongestBeginning = 60;

    public sealed record OpenWork(Guid Id, string Name, string? Role, string? Assignee, DateTimeOffset? DueAt, bool IsOverdue);

    public sealed record Model(
        CaseFile File,
        string? SubjectAddress,
        Guid? ParentId,
        IReadOnlyList<Diagram> Diagrams,
        IReadOnlyList<OpenWork> Open,
        IReadOnlyList<StoryDay> Story,
        bool CanCancel)
    {
        /// <summary>Something of it or of what it called does not go on by itself.</summary>
        public bool IsStuck => Diagrams.Any(static diagram => diagram.Stuck.Count > 0);

        public required ShowNotes.Model Notes { get; init; }

        /// <summary>Steps that were done before the case began here.</summary>
        public IReadOnlyList<TakenOverStep> TakenOver { get; init; } = [];

        /// <summary>What it and what it called wait for.</summary>
        public IReadOnlyList<FutureTimer> Future { get; init; } = [];

        /// <summary>From where whoever leads can put it elsewhere; empty for others.</summary>
        public IReadOnlyList<StandingToken> Standing { get; init; } = [];

        /// <summary>Whether the viewer may see to it.</summary>
        public bool CanMend { get; init; }
    }

    /// <param name="canCancel">Whether the viewer leads: may cancel cases and see to what is stuck.</param>
    public static async Task<Model?> HandleAsync(
        Guid id, bool canCancel, OfficeDb db, ProcedureLibrary library, SubjectList subjects, TimeProvider clock, CancellationToken stop)
    {
        var asked = await db.Cases.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, stop);
        if (asked is null)
        {
            return null;
        }

        var tree = await db.Cases.AsNoTracking()
            .Where(file => file.RootId == asked.RootId)
            .OrderBy(static file => file.StartedAt)
            .ThenBy(static file => file.Id)
            .ToListAsync(stop);
        var shown = TreeUnder(asked, tree);
        var history = await HistoryAsync(shown, db, stop);
        var names = await db.People.ToDictionaryAsync(static person => person.Id, static person => person.Name, stop);

        var notes = await ShowNotes.LinesAsync([.. shown.Select(static file => file.Id)], names, db, stop);

        return new Model(
            asked,
            asked.Subject is { } subject ? subjects.AddressOf(subject) : null,
            asked.ParentId,
            await DiagramsAsync(shown, history, db, library, stop),
            await OpenAsync(shown, names, db, clock.GetUtcNow(), stop),
            Cases.Story.Of((await TimelineAsync(asked, shown, history, names, db, library, stop)).Concat(notes.Select(Told)).OrderBy(static entry => entry.At)),
            canCancel && !asked.TakesNothing && asked.ParentId is null)
        {
            CanMend = canCancel,
            Standing = canCancel ? await ShowTokens.HandleAsync(shown, db, library, stop) : [],
            TakenOver = await db.TakenOverSteps.AsNoTracking().Where(step => step.CaseId == id).OrderBy(static step => step.DoneOn).ThenBy(static step => step.Id).ToListAsync(stop),
            Future = await ShowFuture.HandleAsync(shown, db, library, stop),
            Notes = new ShowNotes.Model(asked.Id, notes, CanWrite: false, Typed: null, []),
        };
    }

    private static TimelineEntry Told(ShowNotes.Line note) =>
        new(note.At, TimelineKind.Person, note.Text.Length > 0 ? $"メモを残しました: {Beginning(note.Text)}" : "書類を加えました。", note.By, $"#note-{note.Id}", null) { IsHeadline = true };

    private static string Beginning(string text) => text.Length <= LongestBeginning ? text : string.Concat(text.AsSpan(0, text[LongestBeginning - 1] is >= '\uD800' and <= '\uDBFF' ? LongestBeginning - 1 : LongestBeginning), "…");

    private static List<CaseFile> TreeUnder(CaseFile top, List<CaseFile> tree)
    {
        var under = new HashSet<Guid> { top.Id };
        foreach (var file in tree.Where(file => file.ParentId is { } parent && under.Contains(parent)))
        {
            under.Add(file.Id);
        }

        return tree.FindAll(file => under.Contains(file.Id));
    }

    /// <summary>The history of every case shown, each in its order, read once for the diagrams and the story.</summary>
    private static async Task<ILookup<Guid, HistoryEntry>> HistoryAsync(IReadOnlyList<CaseFile> files, OfficeDb db, CancellationToken stop)
    {
        var ids = files.Select(static file => file.Id).ToList();
        var entries = await db.History.AsNoTracking()
            .Where(entry => ids.Contains(entry.CaseId))
            .OrderBy(static entry => entry.CaseId)
            .ThenBy(static entry => entry.Number)
            .ToListAsync(stop);

        return entries.ToLookup(static entry => entry.CaseId);
    }

    private static async Task<IReadOnlyList<Diagram>> DiagramsAsync(
        IReadOnlyList<CaseFile> files, ILookup<Guid, HistoryEntry> history, OfficeDb db, ProcedureLibrary library, CancellationToken stop)
    {
        var diagrams = new List<Diagram>();
        foreach (var file in files.Where((file, place) => place == 0 || file.Status is CaseStatus.Open))
        {
            var process = await library.ProcessAsync(db, file.VersionId, stop);
            var state = file.State.Length == 0 ? null : CaseFormat.Read(file.State);
            diagrams.Add(await Diagram.OfAsync(file, state, process, Passed.Nodes(history[file.Id]), only: null, db, stop));
        }

        return diagrams;
    }

    private static async Task<IReadOnlyList<OpenWork>> OpenAsync(
        IReadOnlyList<CaseFile> files, Dictionary<Guid, string> names, OfficeDb db, DateTimeOffset now, CancellationToken stop)
    {
        var ids = files.Select(static file => file.Id).ToList();
        var (viewer, exclusions) = ((db.Scope as Scope.Person)?.PersonId, db.WorkExclusions);
        var open = await db.Work.AsNoTracking()
            .Where(work => ids.Contains(work.CaseId) && work.EndedAt == null && !exclusions.Any(row => row.WorkId == work.Id && row.PersonId == viewer))
            .OrderBy(static work => work.SortAt)
            .ToListAsync(stop);

        return [.. open.Select(work => new OpenWork(
            work.Id, work.Name, work.Role, NameOf(names, work.AssigneeId), work.DueAt, work.IsOverdue(now)))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(
        CaseFile top,
        IReadOnlyList<CaseFile> files,
        ILookup<Guid, HistoryEntry> history,
        Dictionary<Guid, string> names,
        OfficeDb db,
        ProcedureLibrary library,
        CancellationToken stop)
    {
        var entries = new List<TimelineEntry>();
        var abouts = await AboutsAsync(files, db, stop);
        var substituted = await SubstitutedAsync(files, names, db, stop);
        foreach (var file in files)
        {
            var part = file.Id == top.Id ? null : file.ProcedureName;
            var process = await library.ProcessAsync(db, file.VersionId, stop);
            var teller = new Storytelling(process, abouts[file.Id].ToDictionary(static work => work.EngineId, static work => work.About, StringComparer.Ordinal), isWhole: part is null);
            entries.AddRange(
                from entry in history[file.Id]
                from told in teller.Tell(entry)
                select new TimelineEntry(
                    entry.At, told.Kind, told.Text, told.Kind is TimelineKind.Person ? Who(entry, names, substituted) : null, null, part)
                {
                    IsHeadline = told.IsHeadline,
                });
        }

        entries.AddRange(await MovesAsync(files, names, db, stop));
        entries.AddRange(await MailsAsync(top, files, db, stop));

        return [.. entries.OrderBy(static entry => entry.At)];
    }

    /// <summary>What work is about beside the case's own subject, such as the addressee of a delivery.</summary>
    private static async Task<ILookup<Guid, (string EngineId, string About)>> AboutsAsync(IReadOnlyList<CaseFile> files, OfficeDb db, CancellationToken stop)
    {
        var labels = files.ToDictionary(static file => file.Id, static file => file.SubjectLabel ?? "");
        var ids = labels.Keys.ToList();
        var works = await db.Work.AsNoTracking().Where(work => ids.Contains(work.CaseId) && work.About != "")
            .Select(static work => new { work.CaseId, work.EngineId, work.About }).ToListAsync(stop);

        return works.Where(work => !string.Equals(work.About, labels[work.CaseId], StringComparison.Ordinal)).ToLookup(
            static work => work.CaseId,
            work => (work.EngineId, work.About.StartsWith($"{labels[work.CaseId]} / ", StringComparison.Ordinal) ? work.About[(labels[work.CaseId].Length + 3)..] : work.About));
    }

    /// <summary>For whom a substitute finished work, by case and work.</summary>
    private static async Task<IReadOnlyDictionary<(Guid CaseId, string Work), string?>> SubstitutedAsync(
        IReadOnlyList<CaseFile> files, Dictionary<Guid, string> names, OfficeDb db, CancellationToken stop)
    {
        var ids = files.Select(static file => file.Id).ToList();
        var rows = await db.Work.AsNoTracking()
            .Where(work => ids.Contains(work.CaseId) && work.FinishedForId != null)
            .Select(static work => new { work.CaseId, work.EngineId, work.FinishedForId })
            .ToListAsync(stop);
        return rows.ToDictionary(static row => (row.CaseId, row.EngineId), row => NameOf(names, row.FinishedForId));
    }

    private static string? Who(HistoryEntry entry, Dictionary<Guid, string> names, IReadOnlyDictionary<(Guid CaseId, string Work), string?> substituted)
    {
        var name = NameOf(names, entry.By);
        return entry.About is { } work && substituted.TryGetValue((entry.CaseId, work), out var absent) ? $"{name}（{absent}さんの代行）" : name;
    }

    private static async Task<IEnumerable<TimelineEntry>> MovesAsync(
        IReadOnlyList<CaseFile> files, Dictionary<Guid, string> names, OfficeDb db, CancellationToken stop)
    {
        var ids = files.Select(static file => file.Id).ToList();
        var moves = await (
            from move in db.WorkMoves.AsNoTracking()
            join work in db.Work on move.WorkId equals work.Id
            where ids.Contains(move.CaseId)
            orderby move.At
            select new { Move = move, work.Name }).ToListAsync(stop);

        return moves.Select(row => new TimelineEntry(
            row.Move.At, TimelineKind.Person, MoveText(row.Move, row.Name, names), NameOf(names, row.Move.ById), $"/work/{row.Move.WorkId}", null)
        {
            IsHeadline = row.Move.Kind is WorkMoveKind.Reassigned or WorkMoveKind.Delegated or WorkMoveKind.HandedBack or WorkMoveKind.DueChanged,
        });
    }

    private static string MoveText(WorkMove move, string work, Dictionary<Guid, string> names) => move.Kind switch
    {
        WorkMoveKind.Claimed => $"作業「{work}」を受け持ちました。",
        WorkMoveKind.Released => $"作業「{work}」を戻しました。",
        WorkMoveKind.Delegated => $"作業「{work}」の準備を{NameOf(names, move.ToId)}に頼みました。{move.Reason}",
        WorkMoveKind.HandedBack => $"作業「{work}」の準備が済み、{NameOf(names, move.ToId)}に返しました。{move.Reason}",
        WorkMoveKind.TakenBack => $"準備を頼んだ作業「{work}」を取り戻しました。",
        WorkMoveKind.DueChanged => $"作業「{work}」の期限を変えました。{move.Reason}",
        WorkMoveKind.PriorityChanged => $"作業「{work}」の急ぎの度合いを変えました。{move.Reason}",
        _ => $"作業「{work}」を{NameOf(names, move.ToId) ?? "担当なし"}に割り当てました。理由: {move.Reason}",
    };

    private static async Task<IEnumerable<TimelineEntry>> MailsAsync(
        CaseFile top, IReadOnlyList<CaseFile> files, OfficeDb db, CancellationToken stop)
    {
        var ids = files.Select(static file => (Guid?)file.Id).ToList();
        var parts = files.ToDictionary(static file => file.Id, static file => file.ProcedureName);
        var mails = await db.Mails.AsNoTracking()
            .Where(mail => ids.Contains(mail.CaseId))
            .OrderBy(static mail => mail.WrittenAt)
            .Select(static mail => new { mail.Id, mail.WrittenAt, mail.RecipientName, mail.Subject, mail.State, mail.CaseId })
            .ToListAsync(stop);

        return mails.Select(mail => new TimelineEntry(
            mail.WrittenAt,
            TimelineKind.Mail,
            $"{mail.RecipientName}へ「{mail.Subject}」（{MailStates.LabelOf(mail.State)}）",
            null,
            $"/mail/{mail.Id}",
            mail.CaseId == top.Id ? null : parts.GetValueOrDefault(mail.CaseId ?? top.Id))
        {
            IsHeadline = MailStates.NeedsAPerson(mail.State),
        });
    }

    private static string? NameOf(Dictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
}
