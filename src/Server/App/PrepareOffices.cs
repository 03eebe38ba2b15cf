using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App;

/// <summary>What every office has from the product: public holidays and the shipped procedures. Run at each start, and for a new office.</summary>
internal sealed class PrepareOffices(OfficeDbs dbs, SeedBuiltIns builtIns, TimeProvider clock)
{
    public async Task HandleAsync(CancellationToken stop)
    {
        await using var all = dbs.Open(new Scope.System("start-up"));
        foreach (var office in await all.Offices.Select(static office => office.Id).ToListAsync(stop))
        {
            await HandleAsync(office, stop);
        }
    }

    public async Task HandleAsync(Guid officeId, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.CaseOffice(officeId));
        await SeedHolidays.HandleAsync(db, officeId, clock, stop);
        await builtIns.HandleAsync(db, officeId, stop);
        await ServiceCatalogue.SeedAsync(db, officeId, stop);
        await OfficeWordings.SeedAsync(db, officeId, clock.GetUtcNow(), stop);
    }
}
