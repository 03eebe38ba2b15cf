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

    /// <summary>Each procedure that new cases can begin by on a day, with the version they use then, by name.</summary>
    public async Task<IReadOnlyList<(Procedure Procedure, Process Process)>> InUseAsync(OfficeDb db, DateOnly on, CancellationToken stop)
    {
        // Asked procedure by procedure: the index then finds the version at its end, however many came before it.
        var versions = db.ProcedureVersions;
        var current = await db.Procedures.AsNoTracking()
            .OrderBy(static row => row.Name)
            .Select(row => new
            {
                Procedure = row,
                VersionId = versions.Where(version => version.Key == row.Key && version.StartsOn <= on).OrderByDescending(version => version.Number).Select(version => (Guid?)version.Id).FirstOrDefault(),
            })
            .ToListAsync(stop);
        var found = new List<(Procedure Procedure, Process Process)>();
        foreach (var row in current)
        {
            if (row.VersionId is { } version)
            {
                found.Add((row.Procedure, await ProcessAsync(db, version, stop)));
            }
        }

        return found;
    }

    public static Task<ProcedureVersion?> NumberAsync(OfficeDb db, Guid officeId, string key, int number, CancellationToken stop) =>
        db.ProcedureVersions.AsNoTracking()
            .FirstOrDefaultAsync(version => version.OfficeId == officeId && version.Key == key && version.Number == number, stop);

    internal static Process? Find(string source, string key) =>
        BpmnReader.Read(source).Processes.FirstOrDefault(process => string.Equals(process.Id, key, StringComparison.Ordinal));
}
