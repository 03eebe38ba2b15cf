using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
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
        var steps = StepFigures.Of(
            await library.ProcessAsync(db, shown.Id, stop),
            await StandingAsync(db, asked.Key, only, stop),
            await WorkOf(db, asked.Key, only).Where(work => work.EndedAt == null && work.SortAt < now).Select(static work => work.NodeId).ToListAsync(stop),
            await WorkOf(db, asked.Key, only).Where(work => work.EndedAt >= from && work.EndedAt < until && work.End == WorkEnd.Finished)
                .Select(static work => new StepFigures.Done(work.NodeId, work.Name, work.OpenedAt, work.EndedAt!.Value)).ToListAsync(stop));
        return new Model(asked, shown.Number, versions.ConvertAll(static version => version.Number), MonthsSince(versions[^1].PublishedAt, now, month), month, steps);
    }

    private static IQueryable<WorkItem> WorkOf(OfficeDb db, string key, Guid? versionId)
    {
        var cases = db.Cases;
        var work = db.Work.AsNoTracking().Where(row => row.ProcedureKey == key);
        return versionId is { } id ? work.Where(row => cases.Any(file => file.Id == row.CaseId && file.VersionId == id)) : work;
    }

    private async Task<IReadOnlyList<StepFigures.Standing>> StandingAsync(OfficeDb db, string key, Guid? versionId, CancellationToken stop)
    {
        var files = await db.Cases.Where(file => file.ProcedureKey == key && file.Status == CaseStatus.Open && (versionId == null || file.VersionId == versionId))
            .Select(static file => new { file.Id, file.VersionId, file.State }).ToListAsync(stop);
        var standing = new List<StepFigures.Standing>();
        foreach (var file in files.Where(static file => file.State.Length > 0))
        {
            var process = await library.ProcessAsync(db, file.VersionId, stop);
            standing.AddRange(CaseFormat.Read(file.State).Tokens.Select(token => new StepFigures.Standing(file.Id, token.NodeId, process.Find(token.NodeId)?.Label ?? token.NodeId)));
        }

        return standing;
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
