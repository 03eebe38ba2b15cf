using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Work.Filters;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Lists;

/// <summary>The inbox: one scope at a time, narrowed and in an order of one's choice, paged by a cursor that stays where it is while others work.</summary>
public static class ListWork
{
    public const int PageSize = 50;

    /// <param name="After">Cursor: where the page before ended.</param>
    public sealed record Query(InboxScope Scope, WorkFilter Filter, string? After)
    {
        public string Address(InboxScope? scope = null, string? after = null, WorkFilter? filter = null)
        {
            var parts = (filter ?? Filter).Parts.Select(static part => $"&{part.Key}={Uri.EscapeDataString(part.Value)}");
            return $"/work?scope={(scope ?? Scope).ToString().ToLowerInvariant()}{string.Concat(parts)}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}";
        }
    }

    /// <param name="Counts">Of every scope, narrowed the same way.</param>
    /// <param name="Finished">What was just finished, to be told once.</param>
    public sealed record Model(
        Query Query, IReadOnlyList<WorkLine> Lines, IReadOnlyDictionary<InboxScope, int> Counts, string? Next, JustFinished? Finished, Viewer Viewer)
    {
        public int Total => Counts[Query.Scope];

        /// <summary>Open incidents, for those who may see to them.</summary>
        public int Incidents { get; init; }

        /// <summary>Mails that somebody must see to, for those who work with cases.</summary>
        public int Mails { get; init; }

        /// <summary>Memos that one has to see to, or that nobody has.</summary>
        public int Memos { get; init; }

        /// <summary>What the list can be narrowed to.</summary>
        public FilterChoices? Choices { get; init; }

        /// <summary>Lists with a name: their own and shared ones.</summary>
        public IReadOnlyList<SavedFilter> Saved { get; init; } = [];

        /// <summary>For whom the viewer stands in today.</summary>
        public IReadOnlyList<string> StandsFor { get; init; } = [];
    }

    public sealed record JustFinished(string Name, Guid CaseId, IReadOnlyList<WorkLine> NextWork);

    public static async Task<Model> HandleAsync(Query query, Guid? finished, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        var now = desk.Clock.GetUtcNow();
        var scopes = new WorkScopes(await desk.SeatAsync(viewer, db, stop), now);
        var hits = query.Filter.Searches ? await Hits.ReadAsync(query.Filter.Apply(scopes.Seat.Open(db)), query.Filter.Order, stop) : null;
        var counts = await WorkCounts.OfAsync(query.Filter, hits, scopes, db, stop);
        var (lines, next) = hits is null || query.Scope is InboxScope.Done
            ? await PageAsync(query.Filter.Apply(scopes.Of(query.Scope, db)), query, PageSize, now, db, stop)
            : await PageAsync([.. hits.AsQueryable().Where(scopes.Shows(query.Scope))], query, now, db, stop);
        return new Model(
            query, lines, counts, next is null ? null : query.Address(after: next), await FinishedAsync(finished, scopes, db, stop), viewer)
        {
            Incidents = WorkRules.MayLead(viewer) ? await db.Incidents.CountAsync(static incident => incident.ClosedAt == null, stop) : 0,
            Mails = Policies.Names[Policies.Work].Any(viewer.Has) ? await db.Mails.CountAsync(static mail => MailStates.Needy.Contains(mail.State), stop) : 0,
            StandsFor = await NamesAsync(viewer.StandsFor, db, stop),
        };
    }

    /// <summary>One page: open work in the filter's order, ended work newest first.</summary>
    internal static async Task<(IReadOnlyList<WorkLine> Lines, string? Next)> PageAsync(
        IQueryable<WorkItem> items, Query query, int size, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        var sort = query.Filter.Order;
        var place = WorkPlace.Read(query.After, sort);
        var ordered = query.Scope is InboxScope.Done ? WorkPlace.Before(items, place) : WorkPlace.After(items, sort, place);
        var rows = await ordered.AsNoTracking().Take(size + 1).ToListAsync(stop);
        var shown = rows.GetRange(0, Math.Min(rows.Count, size));
        return (await WorkLine.OfAsync(shown, now, db, stop), rows.Count > size ? WorkPlace.Of(shown[^1], sort).ToString() : null);
    }

    /// <summary>The same of what was read already.</summary>
    private static async Task<(IReadOnlyList<WorkLine> Lines, string? Next)> PageAsync(
        List<WorkItem> hits, Query query, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        var sort = query.Filter.Order;
        var (ids, hasMore) = Hits.Page(hits, WorkPlace.Read(query.After, sort));
        var rows = await db.Work.AsNoTracking().Where(work => ids.Contains(work.Id) && work.EndedAt == null).ToListAsync(stop);
        var shown = rows.OrderBy(row => ids.IndexOf(row.Id)).ToList();
        var last = hasMore ? hits.Single(hit => hit.Id == ids[^1]) : null;
        return (await WorkLine.OfAsync(shown, now, db, stop), last is null ? null : WorkPlace.Of(last, sort).ToString());
    }

    private static async Task<JustFinished?> FinishedAsync(Guid? finished, WorkScopes scopes, OfficeDb db, CancellationToken stop)
    {
        var me = scopes.Seat.Viewer.PersonId;
        var work = await db.Work.AsNoTracking().SingleOrDefaultAsync(row => row.Id == finished && row.FinishedById == me, stop);
        if (work is null)
        {
            return null;
        }

        var open = scopes.Seat.Open(db).Where(row => row.CaseId == work.CaseId);
        var next = await scopes.Seat.Held(open).Concat(scopes.Seat.Claimable(open)).OrderBy(static row => row.SortAt).ToListAsync(stop);
        return new JustFinished(work.Name, work.CaseId, await WorkLine.OfAsync(next, scopes.Now, db, stop));
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(IReadOnlyList<Guid> ids, OfficeDb db, CancellationToken stop) => ids.Count == 0
        ? []
        : await db.People.Where(person => ids.Contains(person.Id)).Select(static person => person.Name).ToListAsync(stop);
}
