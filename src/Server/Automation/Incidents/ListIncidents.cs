using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Incidents;

/// <summary>What does not go on by itself, newest first.</summary>
public static class ListIncidents
{
    private const int PageSize = 50;

    public sealed record Filter
    {
        /// <summary><c>closed</c> for what was dealt with; else what is open.</summary>
        public string? State { get; init; }

        public Guid? Case { get; init; }

        public string? After { get; init; }

        public bool IsClosed => string.Equals(State, "closed", StringComparison.Ordinal);

        public string AddressAfter(string? cursor) =>
            "/incidents" + QueryString.Create(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["state"] = State,
                    ["case"] = Case?.ToString(),
                    ["after"] = cursor,
                }.Where(static pair => !string.IsNullOrEmpty(pair.Value)));
    }

    public sealed record Row(
        Guid Id, IncidentKind Kind, string Code, string Reason, string? Node, Guid? CaseId, string? Procedure, string? Label,
        DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, string? Outcome);

    public sealed record Model(Filter Filter, IReadOnlyList<Row> Rows, int Count, string? Next)
    {
        public string Sentence => string.Create(
            CultureInfo.InvariantCulture, $"{(Filter.IsClosed ? "片づいた停止" : "片づいていない停止")} 全{Count}件のうち{Rows.Count}件を、新しい順に表示しています");
    }

    public static async Task<Model> HandleAsync(Filter filter, OfficeDb db, CancellationToken stop)
    {
        var (rows, next) = await PageAsync(filter, PageSize, db, stop);

        return new Model(filter, rows, await All(filter, db).CountAsync(stop), next);
    }

    internal static async Task<(IReadOnlyList<Row> Rows, string? Next)> PageAsync(Filter filter, int size, OfficeDb db, CancellationToken stop)
    {
        var rows = await (
            from incident in After(All(filter, db), filter.After)
            join file in db.Cases on incident.CaseId equals file.Id into files
            from file in files.DefaultIfEmpty()
            orderby incident.OpenedAt descending, incident.Id descending
            select new Row(
                incident.Id, incident.Kind, incident.Code, incident.Reason, incident.NodeId, incident.CaseId, file.ProcedureName, file.SubjectLabel,
                incident.OpenedAt, incident.ClosedAt, incident.Outcome)).Take(size + 1).ToListAsync(stop);
        var shown = rows.Take(size).ToList();

        return (shown, rows.Count > size ? new TimeCursor(shown[^1].OpenedAt, shown[^1].Id).ToString() : null);
    }

    private static IQueryable<Incident> All(Filter filter, OfficeDb db)
    {
        var cases = db.Cases;
        var all = db.Incidents.AsNoTracking().Where(incident => incident.ClosedAt != null == filter.IsClosed);
        return filter.Case is { } caseId ? all.Where(incident => cases.Any(file => file.Id == incident.CaseId && (file.Id == caseId || file.RootId == caseId))) : all;
    }

    private static IQueryable<Incident> After(IQueryable<Incident> incidents, string? cursor) =>
        TimeCursor.Read(cursor) is var (at, id)
            ? incidents.Where(incident => incident.OpenedAt < at || (incident.OpenedAt == at && incident.Id.CompareTo(id) < 0))
            : incidents;
}
