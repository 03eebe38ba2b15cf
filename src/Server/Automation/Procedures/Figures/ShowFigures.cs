using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Procedures.Figures;

/// <summary>How a published procedure runs, step by step: where its cases stand, what is late, how long a step takes.</summary>
public sealed class ShowFigures(ProcedureLibrary library, TimeProvider clock)
{
    private const int MonthsBack = 24;

    /// <param name="Number">The version whose drawing is shown.</param>
    /// <param name="Months">Months that can be chosen, the latest first.</param>
    public sealed record Model(FiguresAsked Asked, int Number, IReadOnlyList<int> Versions, IReadOnlyList<DateOnly> Months, DateOnly Month, IReadOnlyList<StepFigures> Steps)
    {
        public string Notes => FigureWords.NotesOf(Steps);
    }

    private sealed record Version(Guid Id, int Number, DateTimeOffset PublishedAt);

    /// <returns>Null when nothing of that key, or no such version, was published.</returns>
    public async Task<Model?> HandleAsync(FiguresAsked asked, OfficeDb db, CancellationToken stop)
    {
        var versions = await db.ProcedureVersions.Where(version => version.Key == asked.Key).OrderByDescending(static version => version.Number)
            .Select(static version => new Version(version.Id, version.Number, version.PublishedAt)).ToListAsync(stop);
        if ((asked.Version is null ? versions.FirstOrDefault() : versions.Find(version => version.Number == asked.Version)) is not { } shown)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var only = asked.Version is null ? (Guid?)null : shown.Id;
        var (month, from, until) = asked.Period(now);
        var tally = new Tally();
        await CountCasesAsync(tally, db, asked.Key, only, stop);
        await CountWorkAsync(tally, WorkOf(db, asked.Key, only), now, from, until, stop);
        var steps = StepFigures.Of(await library.ProcessAsync(db, shown.Id, stop), tally);
        return new Model(asked, shown.Number, versions.ConvertAll(static version => version.Number), MonthsSince(versions[^1].PublishedAt, now, month), month, steps);
    }

    private static IQueryable<WorkItem> WorkOf(OfficeDb db, string key, Guid? versionId)
    {
        var cases = db.Cases;
        var work = db.Work.AsNoTracking().Where(row => row.ProcedureKey == key);
        return versionId is { } id ? work.Where(row => cases.Any(file => file.Id == row.CaseId && file.VersionId == id)) : work;
    }

    private static async Task CountWorkAsync(Tally tally, IQueryable<WorkItem> work, DateTimeOffset now, DateTimeOffset from, DateTimeOffset until, CancellationToken stop)
    {
        var late = await work.Where(row => row.EndedAt == null && row.SortAt < now).GroupBy(static row => row.NodeId)
            .Select(static group => new { NodeId = group.Key, Name = group.Max(static row => row.Name)!, Count = group.Count() }).ToListAsync(stop);
        foreach (var step in late)
        {
            tally.Late(step.NodeId, step.Name, step.Count);
        }

        var done = work.Where(row => row.EndedAt >= from && row.EndedAt < until && row.End == WorkEnd.Finished)
            .Select(static row => new { row.NodeId, row.Name, row.OpenedAt, EndedAt = row.EndedAt!.Value });
        await foreach (var one in done.AsAsyncEnumerable().WithCancellation(stop))
        {
            tally.Finished(one.NodeId, one.Name, one.EndedAt - one.OpenedAt);
        }
    }

    /// <summary>The states of open cases are read one at a time: an office may have thousands of them.</summary>
    private async Task CountCasesAsync(Tally tally, OfficeDb db, string key, Guid? versionId, CancellationToken stop)
    {
        var files = db.Cases.AsNoTracking().Where(file => file.ProcedureKey == key && file.Status == CaseStatus.Open && file.State != "" && (versionId == null || file.VersionId == versionId));
        var processes = new Dictionary<Guid, Process>();
        foreach (var id in await files.Select(static file => file.VersionId).Distinct().ToListAsync(stop))
        {
            processes[id] = await library.ProcessAsync(db, id, stop);
        }

        await foreach (var file in files.Select(static file => new { file.VersionId, file.State }).AsAsyncEnumerable().WithCancellation(stop))
        {
            // A case may come or be moved to another version between the two questions: its steps are then named by id.
            var process = processes.GetValueOrDefault(file.VersionId);
            tally.Stands(CaseFormat.Read(file.State).Tokens.Select(token => (token.NodeId, process?.Find(token.NodeId)?.Label ?? token.NodeId)));
        }
    }

    /// <summary>From the first version on, at most two years; and the month that is shown.</summary>
    private static IReadOnlyList<DateOnly> MonthsSince(DateTimeOffset first, DateTimeOffset now, DateOnly shown)
    {
        var (begin, today) = (JapaneseEra.DayInTokyo(first), JapaneseEra.DayInTokyo(now));
        var latest = new DateOnly(today.Year, today.Month, 1);
        return
        [
            .. Enumerable.Range(0, MonthsBack).Select(back => latest.AddMonths(-back))
                .Where(month => month.AddMonths(1) > begin)
                .Append(shown).Distinct().OrderDescending(),
        ];
    }
}
