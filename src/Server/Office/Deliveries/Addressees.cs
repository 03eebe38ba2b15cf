using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Deliveries;

/// <summary>To whom a plan goes: the client, each provider that it names once, and the municipality.</summary>
internal static class Addressees
{
    public static async Task<IReadOnlyList<Addressee>> OfAsync(OfficeDb db, Client client, ServicePlan plan, DateOnly today, CancellationToken stop)
    {
        var list = new List<Addressee> { await ReceiverAsync(db, client, today, stop) };
        var named = plan.Needs.OrderBy(row => row.Rank).Select(row => row.ProviderId).OfType<Guid>().Distinct().ToList();
        var providers = await db.WholeProviders.Where(provider => named.Contains(provider.Id)).ToListAsync(stop);
        list.AddRange(
            from id in named
            let provider = providers.Single(one => one.Id == id)
            let contact = provider.InCharge
            select new Addressee(provider.Id, provider.Name, AddresseeKind.Provider, contact?.Mail ?? provider.Mail, contact?.Name));
        if (await db.Municipalities.SingleOrDefaultAsync(city => city.Id == client.MunicipalityId, stop) is { } city)
        {
            var officers = await OfficersAsync(db, client, stop);
            var officer = officers.Count > 0 ? officers[0] : null;
            list.Add(new Addressee(city.Id, city.Name, AddresseeKind.City, officer?.Mail ?? city.Mail, officer?.Name));
        }

        return list;
    }

    /// <summary>Who receives for the client: the guardian of a child, else the client.</summary>
    public static async Task<Addressee> ReceiverAsync(OfficeDb db, Client client, DateOnly today, CancellationToken stop)
    {
        var guardian = client.IsChildOn(today)
            ? await db.FamilyOf(client.Id).FirstOrDefaultAsync(member => member.IsGuardian, stop)
            : null;
        return guardian is null
            ? new Addressee(client.Id, client.Name, AddresseeKind.User, client.Mail, PersonName: null)
            : new Addressee(client.Id, $"{client.Name}の保護者 {guardian.Name}", AddresseeKind.User, guardian.Mail, guardian.Name);
    }

    /// <summary>The city's officers with a mail address: those in charge of the client, else all of the client's municipality.</summary>
    public static async Task<IReadOnlyList<Contact>> OfficersAsync(OfficeDb db, Client client, CancellationToken stop)
    {
        var officers = db.Contacts.Where(contact => contact.Category == ContactCategory.CityOfficer && contact.LeftOn == null && contact.Mail != null);
        var links = db.ClientContacts;
        var own = await officers
            .Where(contact => links.Any(link => link.ClientId == client.Id && link.ContactId == contact.Id))
            .OrderBy(contact => contact.Name)
            .ToListAsync(stop);
        return own.Count > 0
            ? own
            : await officers.Where(contact => contact.MunicipalityId != null && contact.MunicipalityId == client.MunicipalityId).OrderBy(contact => contact.Name).ToListAsync(stop);
    }
}
