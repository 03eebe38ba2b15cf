using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>The inbox: one scope at a time, searched, in the order of due dates, paged by a cursor that stays where it is while others work.</summary>
public static class ListWork
{
    public const int PageSize = 50;

    /// <param name="After">Cursor: where the page before ended.</param>
    public sealed record Query(InboxScope Scope, string? Search, string? After)
    {
        public string Address(InboxScope? scope = null, string? after = null)
        {
            var address = $"/work?scope={(scope ?? Scope).ToString().ToLowerInvariant()}";
            address += string.IsNullOrWhiteSpace(Search) ? "" : $"&q={Uri.EscapeDataString(Search)}";
            return after is null ? address : $"{address}&after={Uri.EscapeDataString(after)}";
        }
    }

    public sealed record Line(
        Guid Id, string Name, string About, string? Subject, string Procedure, Guid CaseId, string? Role, DateTimeOffset? DueAt, bool IsOverdue,
        Guid? AssigneeId, string? Assignee, DateTimeOffset OpenedAt, DateTimeOffset? EndedAt)
    {
        /// <summary>Key of its form.</summary>
        public string? Form { get; init; }

        public WorkEnd? End { get; init; }
    }

    /// <param name="Counts">Of every scope with the same search.</param>
    /// <param name="Finished">What was just finished, to be told once.</param>
    public sealed record Model(
        Query Query, IReadOnlyList<Line> Lines, IReadOnlyDictionary<InboxScope, int> Counts, string? Next, JustFinished? Finished, Viewer Viewer)
    {
        public int Total => Counts[Query.Scope];

        /// <summary>Open incidents, for those who may see to them.</summary>
        public int Incidents { get; init; }
    }

    public sealed record JustFinished(string Name, Guid CaseId, IReadOnlyList<Line> NextWork);

    public static async Task<Model> HandleAsync(Query query, Guid? finished, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var counts = new Dictionary<InboxScope, int>();
        foreach (var scope in Enum.GetValues<InboxScope>())
        {
            counts[scope] = await Searched(Of(scope, viewer, now, db), query.Search).CountAsync(stop);
        }

        var found = Searched(Of(query.Scope, viewer, now, db), query.Search);
        var (lines, next) = await PageAsync(found, query.Scope is InboxScope.Done, query.After, now, db, stop);
        return new Model(
            query, lines, counts, next is null ? null : query.Address(after: next), await FinishedAsync(finished, viewer, now, db, stop), viewer)
        {
            Incidents = WorkRules.MayLead(viewer) ? await db.Incidents.CountAsync(static incident => incident.ClosedAt == null, stop) : 0,
        };
    }

    /// <summary>One page: open work by due date, ended work newest first.</summary>
    /// <param name="after">Where the page before ended.</param>
    public static async Task<(IReadOnlyList<Line> Lines, string? Next)> PageAsync(
        IQueryable<WorkItem> items, bool areEnded, string? after, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        var lines = await LinesAsync((areEnded ? Newest(items, after) : Soonest(items, after)).Take(PageSize + 1), now, db, stop);
        return lines.Count > PageSize ? ([.. lines.Take(PageSize)], CursorOf(lines[PageSize - 1])) : (lines, null);
    }

    /// <summary>The rows of a scope: the counts and the lists are both made from it.</summary>
    public static IQueryable<WorkItem> Of(InboxScope scope, Viewer viewer, DateTimeOffset now, OfficeDb db)
    {
        var open = db.Work.AsNoTracking().Where(static work => work.EndedAt == null);
        var roles = viewer.Roles;
        return scope switch
        {
            InboxScope.Mine => open.Where(work => work.AssigneeId == viewer.PersonId),
            InboxScope.Roles => open.Where(work => work.AssigneeId == null && (work.Role == null || roles.Contains(work.Role))),
            InboxScope.Overdue => open.Where(work => work.DueAt < now),
            InboxScope.Done => db.Work.AsNoTracking().Where(work => work.EndedAt != null && work.FinishedById == viewer.PersonId),
            _ => open,
        };
    }

    public static async Task<IReadOnlyList<Line>> LinesAsync(IQueryable<WorkItem> items, DateTimeOffset now, OfficeDb db, CancellationToken stop) =>
        await LinesAsync(from work in items join file in db.Cases on work.CaseId equals file.Id select new Joined(work, file.SubjectLabel, file.ProcedureName), now, db, stop);

    private static async Task<List<Line>> LinesAsync(IQueryable<Joined> items, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        var rows = await items.ToListAsync(stop);
        var ids = rows.Select(static row => row.Work.AssigneeId).OfType<Guid>().Distinct().ToList();
        var names = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(static person => person.Id, static person => person.Name, stop);
        return rows.ConvertAll(row => new Line(
            row.Work.Id, row.Work.Name, row.Work.About, row.Subject, row.Procedure, row.Work.CaseId, row.Work.Role, row.Work.DueAt,
            row.Work.IsOverdue(now), row.Work.AssigneeId, row.Work.AssigneeId is { } who ? names.GetValueOrDefault(who) : null,
            row.Work.OpenedAt, row.Work.EndedAt)
        {
            Form = row.Work.Form,
            End = row.Work.End,
        });
    }

    private static IQueryable<WorkItem> Searched(IQueryable<WorkItem> items, string? search)
    {
        foreach (var word in SearchWords.Fold(search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(5))
        {
            items = items.Where(work => work.SearchText.Contains(word));
        }

        return items;
    }

    private static IQueryable<WorkItem> Soonest(IQueryable<WorkItem> items, string? after)
    {
        if (TimeCursor.Read(after) is var (at, id))
        {
            items = items.Where(work => work.SortAt > at || (work.SortAt == at && work.Id.CompareTo(id) > 0));
        }

        return items.OrderBy(static work => work.SortAt).ThenBy(static work => work.Id);
    }

    private static IQueryable<WorkItem> Newest(IQueryable<WorkItem> items, string? after)
    {
        if (TimeCursor.Read(after) is var (at, id))
        {
            items = items.Where(work => work.EndedAt < at || (work.EndedAt == at && work.Id.CompareTo(id) < 0));
        }

        return items.OrderByDescending(static work => work.EndedAt).ThenByDescending(static work => work.Id);
    }

    private static string CursorOf(Line line) => new TimeCursor(line.EndedAt ?? line.DueAt ?? WorkItem.NoDueDate, line.Id).ToString();

    private static async Task<JustFinished?> FinishedAsync(Guid? finished, Viewer viewer, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        var work = await db.Work.AsNoTracking().SingleOrDefaultAsync(row => row.Id == finished && row.FinishedById == viewer.PersonId, stop);
        if (work is null)
        {
            return null;
        }

        var next = Of(InboxScope.All, viewer, now, db)
            .Where(row => row.CaseId == work.CaseId && (row.AssigneeId == viewer.PersonId || (row.AssigneeId == null && (row.Role == null || viewer.Roles.Contains(row.Role)))))
            .OrderBy(static row => row.SortAt);
        return new JustFinished(work.Name, work.CaseId, await LinesAsync(next, now, db, stop));
    }

    private sealed record Joined(WorkItem Work, string? Subject, string Procedure);
}
