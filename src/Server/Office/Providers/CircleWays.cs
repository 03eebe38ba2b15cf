using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail.Ways;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>How the 関係者 and the people at the providers want to be told.</summary>
internal sealed class CircleWays : ContactWays
{
    public override async Task<Preference?> OfAsync(OfficeDb db, Guid officeId, string name, string? address, CancellationToken stop)
    {
        var contacts = await db.Contacts
            .Where(contact => contact.OfficeId == officeId && contact.LeftOn == null && (address != null ? contact.Mail == address : contact.Mail == null && contact.Name == name))
            .Select(static contact => new Known(contact.Name, contact.Way, contact.Mail, contact.Fax, contact.Phone, contact.WantsDigest))
            .ToListAsync(stop);
        var atProviders = await db.ServiceContacts
            .Where(contact => contact.OfficeId == officeId && contact.LeftOn == null && (address != null ? contact.Mail == address : contact.Mail == null && contact.Name == name))
            .Select(static contact => new Known(contact.Name, contact.Way, contact.Mail, contact.Fax, contact.Phone, contact.WantsDigest))
            .ToListAsync(stop);
        List<Known> known = [.. contacts, .. atProviders];

        // Several may share one mailbox: then the name decides.
        return (known.Count == 1 ? known : known.FindAll(one => string.Equals(one.Name, name, StringComparison.Ordinal))) is [var only]
            ? Preference.Of(only.Way, only.Mail, only.Fax, only.Phone, only.WantsDigest)
            : null;
    }

    private sealed record Known(string Name, ContactWay? Way, string? Mail, string? Fax, string? Phone, bool WantsDigest);
}
