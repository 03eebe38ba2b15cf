using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>The consents of one client, the latest explained first.</summary>
public static class ListConsents
{
    public static async Task<Model?> HandleAsync(Guid clientId, OfficeDb db, CancellationToken stop) =>
        await db.Clients.AsNoTracking().SingleOrDefaultAsync(client => client.Id == clientId, stop) is { } client
            ? new Model(
                client,
                await db.Consents.AsNoTracking().Where(consent => consent.ClientId == clientId)
                    .OrderByDescending(static consent => consent.ExplainedOn).ThenByDescending(static consent => consent.RecordedAt)
                    .ToListAsync(stop))
            : null;

    public sealed record Model(Client Client, IReadOnlyList<Consent> Consents);
}
