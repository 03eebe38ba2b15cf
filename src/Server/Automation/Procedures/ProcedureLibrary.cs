using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>Published versions as the engine reads them. A version never changes, so it is read once.</summary>
public sealed class ProcedureLibrary
{
    private readonly ConcurrentDictionary<Guid, Process> read = new();

    public async Task<Process> ProcessAsync(OfficeDb db, Guid versionId, CancellationToken stop)
    {
        if (read.TryGetValue(versionId, out var known))
        {
            return known;
        }

        var version = await db.ProcedureVersions.AsNoTracking().SingleAsync(row => row.Id == versionId, stop);
        return read.GetOrAdd(versionId, Find(version.Source, version.Key)
            ?? throw new InvalidOperationException($"Version {version.Key} {version.Number} has no process of its key."));
    }

    /// <summary>The version that new cases of a procedure use on a day.</summary>
    public static Task<ProcedureVersion?> CurrentAsync(OfficeDb db, Guid officeId, string key, DateOnly on, CancellationToken stop) =>
        db.ProcedureVersions.AsNoTracking()
            .Where(version => version.OfficeId == officeId && version.Key == key && version.StartsOn <= on)
            .OrderByDescending(static version => version.Number)
            .FirstOrDefaultAsync(stop);

    public static Task<ProcedureVersion?> NumberAsync(OfficeDb db, Guid officeId, string key, int number, CancellationToken stop) =>
        db.ProcedureVersions.AsNoTracking()
            .FirstOrDefaultAsync(version => version.OfficeId == officeId && version.Key == key && version.Number == number, stop);

    internal static Process? Find(string source, string key) =>
        BpmnReader.Read(source).Processes.FirstOrDefault(process => string.Equals(process.Id, key, StringComparison.Ordinal));
}
