using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail.Ways;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People.Digests;

/// <summary>Staff get mail; who asked for it, once a day.</summary>
internal sealed class StaffWays : ContactWays
{
    public override async Task<Preference?> OfAsync(OfficeDb db, Guid officeId, string name, string? address, CancellationToken stop)
    {
        if (address is null)
        {
            return null;
        }

        var key = Person.Fold(address);
        var roles = db.PersonRoles;
        var wantsDigest = await db.People
            .Where(person => person.MailKey == key && person.ClosedAt == null && roles.Any(role => role.PersonId == person.Id && role.OfficeId == officeId))
            .Select(static person => (bool?)person.WantsDigest)
            .SingleOrDefaultAsync(stop);
        return wantsDigest is { } wants ? new Preference(ContactWay.Mail, Number: null, wants) : null;
    }
}
