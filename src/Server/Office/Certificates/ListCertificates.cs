using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>A client's certificates, newest first: older ones stay as they were.</summary>
public static class ListCertificates
{
    public sealed record Model(Client Client, IReadOnlyList<Certificate> Certificates);

    internal static async Task<Model?> HandleAsync(Guid clientId, OfficeDb db, CancellationToken stop)
    {
        var client = await db.Clients.SingleOrDefaultAsync(row => row.Id == clientId, stop);
        return client is null
            ? null
            : new Model(client, await db.WholeCertificates.Where(row => row.ClientId == clientId).OrderByDescending(row => row.RecordedAt).ToListAsync(stop));
    }
}
