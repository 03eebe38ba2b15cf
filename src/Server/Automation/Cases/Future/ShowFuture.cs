using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases.Future;

/// <summary>What a case and those that it called wait for, in the order of time.</summary>
internal static class ShowFuture
{
    public static async Task<IReadOnlyList<FutureTimer>> HandleAsync(IReadOnlyList<CaseFile> files, OfficeDb db, ProcedureLibrary library, CancellationToken stop)
    {
        var open = files.Where(static file => !file.TakesNothing && file.State.Length > 0).ToDictionary(static file => file.Id);
        var ids = open.Keys.ToList();
        var rows = await db.Timers.AsNoTracking()
            .Where(timer => timer.CaseId != null && ids.Contains(timer.CaseId.Value) && timer.State == TimerState.Armed)
            .OrderBy(static timer => timer.DueAt)
            .ToListAsync(stop);
        var timers = new List<FutureTimer>();
        foreach (var row in rows)
        {
            var file = open[row.CaseId!.Value];
            var process = await library.ProcessAsync(db, file.VersionId, stop);
            timers.Add(Of(row, file, process, isCalled: file.Id != files[0].Id));
        }

        return timers;
    }

    internal static FutureTimer Of(TimerEntry row, CaseFile file, Process process, bool isCalled) => new(
        row.Id,
        file.Id,
        process.Find(row.NodeId)?.Label ?? row.NodeId,
        row.DueAt,
        isCalled ? file.ProcedureName : null,
        CaseFormat.Read(file.State).Wait(row.TimerId!) is Wait.ForTimer { Due.Rule.Length: > 0 });
}
