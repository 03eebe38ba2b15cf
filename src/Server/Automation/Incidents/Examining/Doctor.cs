using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Incidents.Examining;

/// <summary>Examines every open case, and what still waits for ended ones, and folds the facts of all that have ended; repairs on request.</summary>
public sealed class Doctor(OfficeDbs dbs, CaseRunner runner, TimeProvider clock)
{
    private const int MostRounds = 5;

    /// <summary>Ended cases whose facts are read together.</summary>
    private const int Few = 100;

    /// <param name="Examined">How many cases were looked at.</param>
    public sealed record Report(int Examined, IReadOnlyList<Ailment> Ailments)
    {
        public bool IsWell => Ailments.All(static ailment => ailment.IsRepaired);
    }

    /// <param name="scope">A person for their office; System for all.</param>
    public async Task<Report> HandleAsync(Scope scope, bool repairs, CancellationToken stop)
    {
        var cases = await CasesAsync(scope, stop);
        var (ended, differing) = await EndedAsync(scope, cases, stop);
        var found = new List<Ailment>();
        foreach (var (id, office) in cases.Concat(differing))
        {
            var theirs = scope.Office is null ? new Scope.CaseOffice(office) : scope;
            found.AddRange(repairs ? await RepairAsync(theirs, id, stop) : await ExamineAsync(theirs, id, stop));
        }

        return new Report(cases.Count + ended, found);
    }

    private async Task<IReadOnlyList<(Guid Id, Guid Office)>> CasesAsync(Scope scope, CancellationToken stop)
    {
        await using var db = dbs.Open(scope);
        var work = db.Work.Where(static row => row.EndedAt == null).Select(static row => row.CaseId);
        var timers = db.Timers.Where(static row => row.State == TimerState.Armed && row.CaseId != null).Select(static row => row.CaseId!.Value);
        var subscriptions = db.Subscriptions.Select(static row => row.CaseId);
        var rows = await db.Cases
            .Where(file => file.Status == CaseStatus.Open || work.Contains(file.Id) || timers.Contains(file.Id) || subscriptions.Contains(file.Id))
            .OrderBy(static file => file.StartedAt)
            .Select(static file => new { file.Id, file.OfficeId })
            .ToListAsync(stop);
        return rows.ConvertAll(static row => (row.Id, row.OfficeId));
    }

    /// <summary>For a case that has ended there is nothing to wait for; its facts must still come to the state that was stored.</summary>
    /// <returns>How many there are, and those whose facts do not.</returns>
    private async Task<(int Count, IReadOnlyList<(Guid Id, Guid Office)> Differing)> EndedAsync(Scope scope, IReadOnlyList<(Guid Id, Guid Office)> examined, CancellationToken stop)
    {
        await using var db = dbs.Open(scope);
        var ended = await db.Cases.Where(static file => file.Status != CaseStatus.Open).OrderBy(static file => file.StartedAt).Select(static file => file.Id).ToListAsync(stop);
        var others = ended.Except(examined.Select(static one => one.Id)).ToList();
        var differing = new List<(Guid Id, Guid Office)>();
        foreach (var few in others.Chunk(Few))
        {
            var files = await db.Cases.AsNoTracking().Where(file => few.Contains(file.Id)).ToListAsync(stop);
            var entries = await db.History.AsNoTracking().Where(entry => few.Contains(entry.CaseId)).OrderBy(static entry => entry.Number).ToListAsync(stop);
            var history = entries.ToLookup(static entry => entry.CaseId);
            differing.AddRange(files.Where(file => !Examination.Agree(file, [.. history[file.Id]])).Select(static file => (file.Id, file.OfficeId)));
        }

        return (others.Count, differing);
    }

    private async Task<IReadOnlyList<Ailment>> ExamineAsync(Scope scope, Guid caseId, CancellationToken stop)
    {
        await using var db = dbs.Open(scope);
        return await CaseRows.LoadAsync(db, caseId, stop) is { } rows ? Examination.Of(rows) : [];
    }

    /// <summary>One after the other, each looked for anew: mending one may mend others, and the state comes first.</summary>
    private async Task<IReadOnlyList<Ailment>> RepairAsync(Scope scope, Guid caseId, CancellationToken stop)
    {
        var mended = new List<Ailment>();
        var failures = 0;
        while (failures < MostRounds)
        {
            await using var db = dbs.Open(scope);
            if (await CaseRows.LoadAsync(db, caseId, stop) is not { } rows || Examination.Of(rows).FirstOrDefault(static one => one.Repair is not null) is not { } ailment)
            {
                break;
            }

            if (mended.TrueForAll(one => (one.Code, one.About) != (ailment.Code, ailment.About))
                && await new Repairs(runner, clock).RepairAsync(db, rows, ailment, stop))
            {
                mended.Add(ailment with { IsRepaired = true });
            }
            else
            {
                failures++;
            }
        }

        return [.. mended, .. await ExamineAsync(scope, caseId, stop)];
    }
}
