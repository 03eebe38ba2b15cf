using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail.Bounces;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>One provider with its services, the persons in charge, and the clients whose plans name it.</summary>
public static class ShowProvider
{
    public sealed record Model(Provider Provider, IReadOnlyList<string> Services, IReadOnlyList<Option> Clients, AddressTroubles Troubles);

    internal static async Task<Model?> HandleAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        var provider = await db.WholeProviders.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (provider is null)
        {
            return null;
        }

        var offered = provider.Offerings.Select(offering => offering.ServiceKindId).ToList();
        var services = await db.ServiceKinds.Where(kind => offered.Contains(kind.Id)).OrderBy(kind => kind.Position).Select(kind => kind.Name).ToListAsync(stop);
        var clients = await (
            from need in db.NeedRows
            where need.ProviderId == id
            join plan in db.Plans on need.PlanId equals plan.Id
            join client in db.Clients on plan.ClientId equals client.Id
            select new { client.Id, client.Name }).Distinct().OrderBy(client => client.Name).ToListAsync(stop);
        return new Model(provider, services, [.. clients.Select(client => new Option(client.Id.ToString(), client.Name))], await AddressTroubles.OfAsync(db, stop));
    }
}
