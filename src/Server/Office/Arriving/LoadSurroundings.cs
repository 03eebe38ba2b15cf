using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Arriving.Sheets;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving;

/// <summary>Loads what lines of a book may name or repeat.</summary>
internal static class LoadSurroundings
{
    public static async Task<Surroundings> HandleAsync(Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop) => new(
        await db.Municipalities.AsNoTracking().ToListAsync(stop),
        await db.Providers.AsNoTracking().Include(static provider => provider.Contacts).Include(static provider => provider.Offerings).AsSplitQuery().ToListAsync(stop),
        await db.Contacts.AsNoTracking().ToListAsync(stop),
        await db.Clients.AsNoTracking().ToListAsync(stop),
        await db.FamilyMembers.AsNoTracking().ToListAsync(stop),
        await db.Certificates.AsNoTracking().Include(static row => row.Amounts.OrderBy(amount => amount.Position)).Include(static row => row.MonitoringMonths).AsSplitQuery().ToListAsync(stop),
        await db.WholePlans.AsNoTracking().ToListAsync(stop),
        await db.ServiceKinds.AsNoTracking().Where(static kind => !kind.IsRetired).OrderBy(static kind => kind.Position).ToListAsync(stop),
        await KeepClient.SpecialistsAsync(db, stop),
        viewer,
        clock.GetUtcNow());
}
