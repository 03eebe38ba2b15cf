using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Running.Effects;

/// <summary>What the caller had in the context before a decision was applied; after a lost race only that stays.</summary>
internal sealed class CallersRows(OfficeDb db)
{
    private readonly HashSet<object> rows =
        db.ChangeTracker.Entries().Select(static entry => entry.Entity).ToHashSet(ReferenceEqualityComparer.Instance);

    public async Task KeepOnlyAsync(CaseFile file, CancellationToken stop)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => !rows.Contains(entry.Entity)).ToList())
        {
            entry.State = EntityState.Detached;
        }

        await db.Entry(file).ReloadAsync(stop);
    }
}
