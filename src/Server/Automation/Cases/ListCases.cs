using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>Cases that somebody or something started, newest first; called ones stand inside their callers.</summary>
public static class ListCases
{
    private const int PageSize = 50;

    public sealed record Filter
    {
        public string? Q { get; init; }

        public string? Status { get; init; }

        public string? Procedure { get; init; }

        public string? Subject { get; init; }

        public string? After { get; init; }

        public string AddressAfter(string? cursor) =>
            "/cases" + QueryString.Create(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["q"] = Q,
                    ["status"] = Status,
                    ["procedure"] = Procedure,
                    ["subject"] = Subject,
                    ["after"] = cursor,
                }.Where(static pair => !string.IsNullOrEmpty(pair.Value)));
    }

    public sealed record Row(Guid Id, string Procedure, string? Label, CaseStatus Status, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int OpenWork);

    public sealed record Model(Filter Filter, IReadOnlyList<Option> Procedures, IReadOnlyList<Row> Rows, int Count, string? Next)
    {
        public bool IsNarrowed => new[] { Filter.Q, Filter.Status, Filter.Procedure, Filter.Subject }.Any(static part => !string.IsNullOrWhiteSpace(part));

        public string Sentence => string.Create(CultureInfo.InvariantCulture, $"全{Count}件のうち{Rows.Count}件を、新しい順に表示しています");
    }

    public static async Task<Model> HandleAsync(Filter filter, OfficeDb db, CancellationToken stop)
    {
        var (rows, next) = await PageAsync(filter, PageSize, db, stop);
        var procedures = await db.Procedures.OrderBy(static row => row.Key).Select(static row => new Option(row.Key, row.Name)).ToListAsync(stop);

        return new Model(filter, procedures, rows, await All(filter, db).CountAsync(stop), next);
    }

    internal static async Task<(IReadOnlyList<Row> Rows, string? Next)> PageAsync(Filter filter, int size, OfficeDb db, CancellationToken stop)
    {
        var work = db.Work.Where(static item => item.EndedAt == null);
        var files = db.Cases;
        var rows = await After(All(filter, db), filter.After)
            .OrderByDescending(static file => file.StartedAt)
            .ThenByDescending(static file => file.Id)
            .Take(size + 1)
            .Select(file => new Row(
                file.Id,
                file.ProcedureName,
                file.SubjectLabel,
                file.Status,
                file.StartedAt,
                file.EndedAt,
                work.Count(item => files.Any(inner => inner.Id == item.CaseId && inner.RootId == file.Id))))
            .ToListAsync(stop);
        var shown = rows.Take(size).ToList();

        return (shown, rows.Count > size ? CursorOf(shown[^1]) : null);
    }

    public static string LabelOf(CaseStatus status) => status switch
    {
        CaseStatus.Open => "進行中",
        CaseStatus.Completed => "完了",
        CaseStatus.Failed => "誤りで終了",
        _ => "中止",
    };

    public static BadgeKind BadgeOf(CaseStatus status) => status switch
    {
        CaseStatus.Open => BadgeKind.Info,
        CaseStatus.Completed => BadgeKind.Done,
        CaseStatus.Failed => BadgeKind.Danger,
        _ => BadgeKind.Neutral,
    };

    private static IQueryable<CaseFile> All(Filter filter, OfficeDb db) =>
        Narrow(db.Cases.AsNoTracking().Where(static file => file.ParentId == null), filter);

    private static IQueryable<CaseFile> Narrow(IQueryable<CaseFile> files, Filter filter)
    {
        foreach (var word in SearchWords.Asked(filter.Q))
        {
            files = files.Where(file => file.SearchText.Contains(word));
        }

        files = Enum.TryParse<CaseStatus>(filter.Status, out var status) ? files.Where(file => file.Status == status) : files;
        files = string.IsNullOrEmpty(filter.Procedure) ? files : files.Where(file => file.ProcedureKey == filter.Procedure);

        return string.IsNullOrEmpty(filter.Subject) ? files : files.Where(file => file.Subject == filter.Subject);
    }

    private static IQueryable<CaseFile> After(IQueryable<CaseFile> files, string? cursor) =>
        TimeCursor.Read(cursor) is var (at, id)
            ? files.Where(file => file.StartedAt < at || (file.StartedAt == at && file.Id.CompareTo(id) < 0))
            : files;

    private static string CursorOf(Row row) => new TimeCursor(row.StartedAt, row.Id).ToString();
}
