using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>Gives an office the procedures that the product ships; what the office has changed itself is left alone.</summary>
public sealed class SeedBuiltIns(ShippedProcedures shipped, Publishing publishing, TimeProvider clock)
{
    public async Task HandleAsync(OfficeDb db, Guid officeId, CancellationToken stop)
    {
        var latest = await db.ProcedureVersions.AsNoTracking()
            .Where(version => version.OfficeId == officeId)
            .GroupBy(static version => version.Key)
            .Select(static versions => versions.OrderByDescending(static version => version.Number).First())
            .ToDictionaryAsync(static version => version.Key, StringComparer.Ordinal, stop);
        var today = CivilTime.DayOf(clock.GetUtcNow(), WorkCalendar.Tokyo);
        var added = new List<ProcedureVersion>();
        foreach (var (key, source) in shipped.All.Select(static procedure => (procedure.Key, procedure.Source)))
        {
            var known = latest.GetValueOrDefault(key);
            if (known is { PublishedBy: not null } || string.Equals(known?.Source, source, StringComparison.Ordinal))
            {
                continue;
            }

            var process = ProcedureLibrary.Find(source, key)
                ?? throw new InvalidOperationException($"The shipped procedure {key} cannot be read.");
            var note = known is null ? "製品に付いている手続き" : "製品の更新";
            added.Add(await publishing.AddAsync(db, new Publication(officeId, source, note, today, By: null), process, stop));
        }

        await Publishing.SaveAsync(db, added, stop);
    }
}
