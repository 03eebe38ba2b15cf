using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Automation.Work.Lists;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Cases.Future;

/// <summary>Every moment that a case or the start of a procedure waits for, or that has come: found by client, procedure and month.</summary>
public sealed class FindTimers(ProcedureLibrary library)
{
    public const int PageSize = 50;

    public sealed record Filter
    {
        /// <summary>Words of a client's name, its reading or the procedure's name.</summary>
        public string? Q { get; init; }

        /// <summary>Key of the procedure that waits.</summary>
        public string? Procedure { get; init; }

        /// <summary><c>past</c> for what has come or was no longer needed; else what is to come.</summary>
        public string? State { get; init; }

        /// <summary>Of the moment: 2026-03.</summary>
        public string? Month { get; init; }

        public string? After { get; init; }

        public bool IsPast => string.Equals(State, "past", StringComparison.Ordinal);

        public bool Narrows => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Procedure) || !string.IsNullOrEmpty(Month);

        public string Address(string? after) => "/timers" + QueryString.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Q, ["procedure"] = Procedure, ["state"] = State, ["month"] = Month, ["after"] = after }
                .Where(static pair => !string.IsNullOrEmpty(pair.Value)));
    }

    /// <param name="Rule">Of a start by the clock that comes again; else empty.</param>
    public sealed record Row(Guid Id, string Label, string Procedure, Guid? CaseId, string? Subject, DateTimeOffset DueAt, DateTimeOffset? EndedAt, TimerState State, bool IsLate, string Rule);

    public sealed record Model(Filter Filter, IReadOnlyList<Row> Rows, int Count, string? Next, IReadOnlyList<Option> Procedures)
    {
        public string Sentence => string.Create(
            CultureInfo.InvariantCulture, $"{(Filter.IsPast ? "過ぎた時刻" : "これからの時刻")} 全{Count}件のうち{Rows.Count}件を、{(Filter.IsPast ? "新しい順" : "早い順")}に表示しています");
    }

    /// <summary>A timer with its case, where it has one.</summary>
    private sealed record Found
    {
        public required TimerEntry Timer { get; init; }

        public string? Procedure { get; init; }

        public string? Subject { get; init; }

        public string? SearchText { get; init; }

        public Guid? VersionId { get; init; }
    }

    public async Task<Model> HandleAsync(Filter filter, OfficeDb db, CancellationToken stop)
    {
        var procedures = await ProceduresAsync(db, stop);
        var (rows, next) = await PageAsync(filter, PageSize, procedures, db, stop);
        return new Model(filter, rows, await All(filter, procedures, db).CountAsync(stop), next, procedures);
    }

    public static string WordOf(TimerState state) => state switch
    {
        TimerState.Armed => "これから",
        TimerState.Fired => "時刻になった",
        _ => "要らなくなった",
    };

    internal static Task<List<Option>> ProceduresAsync(OfficeDb db, CancellationToken stop) => db.Procedures.AsNoTracking()
        .Where(static row => row.LastVersion > 0).OrderBy(static row => row.Name).Select(static row => new Option(row.Key, row.Name)).ToListAsync(stop);

    internal async Task<(IReadOnlyList<Row> Rows, string? Next)> PageAsync(Filter filter, int size, List<Option> procedures, OfficeDb db, CancellationToken stop)
    {
        var found = await Ordered(All(filter, procedures, db), filter).Take(size + 1).ToListAsync(stop);
        var names = procedures.ToDictionary(static one => one.Key, static one => one.Label, StringComparer.Ordinal);
        var rows = new List<Row>();
        foreach (var one in found.Take(size))
        {
            rows.Add(await RowAsync(one, names, db, stop));
        }

        return (rows, found.Count > size ? new TimeCursor(rows[^1].DueAt, rows[^1].Id).ToString() : null);
    }

    private static IQueryable<Found> All(Filter filter, List<Option> procedures, OfficeDb db)
    {
        var isPast = filter.IsPast;
        var timers = db.Timers.AsNoTracking().Where(timer => (timer.State != TimerState.Armed) == isPast);
        if (WorkFilter.Bounds(filter.Month) is (var from, var before))
        {
            timers = timers.Where(timer => timer.DueAt >= from && timer.DueAt < before);
        }

        var procedure = filter.Procedure ?? "";
        var isOfOne = procedure.Length > 0;
        var all =
            from timer in timers
            join file in db.Cases on timer.CaseId equals (Guid?)file.Id into files
            from file in files.DefaultIfEmpty()
            where !isOfOne || file.ProcedureKey == procedure || timer.ProcedureKey == procedure
            select new Found
            {
                Timer = timer,
                Procedure = file.ProcedureName,
                Subject = file.SubjectLabel,
                SearchText = file.SearchText,
                VersionId = file == null ? timer.VersionId : file.VersionId,
            };
        foreach (var word in SearchWords.Asked(filter.Q))
        {
            // What starts by the clock has no case to be found by.
            var named = procedures.Where(one => SearchWords.Fold(one.Label).Contains(word, StringComparison.Ordinal)).Select(static one => one.Key).ToList();
            all = all.Where(one => one.SearchText!.Contains(word) || named.Contains(one.Timer.ProcedureKey!));
        }

        return all;
    }

    private static IQueryable<Found> Ordered(IQueryable<Found> all, Filter filter)
    {
        var (at, id) = TimeCursor.Read(filter.After) is var (moment, row) ? (moment, row) : (default(DateTimeOffset?), Guid.Empty);
        return (filter.IsPast, at) switch
        {
            (false, null) => all.OrderBy(static one => one.Timer.DueAt).ThenBy(static one => one.Timer.Id),
            (false, _) => all.Where(one => one.Timer.DueAt > at || (one.Timer.DueAt == at && one.Timer.Id.CompareTo(id) > 0))
                .OrderBy(static one => one.Timer.DueAt).ThenBy(static one => one.Timer.Id),
            (true, null) => all.OrderByDescending(static one => one.Timer.DueAt).ThenByDescending(static one => one.Timer.Id),
            (true, _) => all.Where(one => one.Timer.DueAt < at || (one.Timer.DueAt == at && one.Timer.Id.CompareTo(id) < 0))
                .OrderByDescending(static one => one.Timer.DueAt).ThenByDescending(static one => one.Timer.Id),
        };
    }

    private async Task<Row> RowAsync(Found one, Dictionary<string, string> names, OfficeDb db, CancellationToken stop)
    {
        var timer = one.Timer;
        var process = one.VersionId is { } version ? await library.ProcessAsync(db, version, stop) : null;
        var procedure = one.Procedure ?? (timer.ProcedureKey is { } key ? names.GetValueOrDefault(key, key) : "");
        return new Row(
            timer.Id, process?.Find(timer.NodeId)?.Label ?? timer.NodeId, procedure, timer.CaseId, one.Subject, timer.DueAt, timer.EndedAt, timer.State, timer.IsLate, timer.Rule);
    }
}
