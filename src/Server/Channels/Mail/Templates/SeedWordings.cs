using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>At start: every office has every shipped wording, and those it left alone follow the product.</summary>
internal static class SeedWordings
{
    public static async Task HandleAsync(OfficeDbs dbs, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("start-up"));

        foreach (var officeId in await db.Offices.Select(static office => office.Id).ToListAsync(stop))
        {
            await OfficeWordings.SeedAsync(db, officeId, clock.GetUtcNow(), stop);
        }
    }
}
