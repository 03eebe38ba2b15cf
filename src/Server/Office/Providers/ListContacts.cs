using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail.Bounces;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>関係者 by category, found by name or organisation.</summary>
public static class ListContacts
{
    public sealed record Model(IReadOnlyList<Contact> Contacts, string Query, ContactCategory? Category, int Total)
    {
        /// <summary>Addresses to which mail does not get through.</summary>
        public required AddressTroubles Troubles { get; init; }
    }

    internal static async Task<Model> HandleAsync(string? query, string? category, OfficeDb db, CancellationToken stop)
    {
        var sought = (query ?? string.Empty).Trim();
        ContactCategory? chosen = Enum.TryParse<ContactCategory>(category, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
        var contacts = await db.Contacts
            .Where(contact => chosen == null || contact.Category == chosen)
            .Where(contact => sought.Length == 0 || contact.Name.Contains(sought) || (contact.Organisation != null && contact.Organisation.Contains(sought)))
            .OrderBy(contact => contact.Name)
            .ToListAsync(stop);
        return new Model([.. contacts.OrderBy(contact => contact.Category)], sought, chosen, await db.Contacts.CountAsync(stop)) { Troubles = await AddressTroubles.OfAsync(db, stop) };
    }
}
