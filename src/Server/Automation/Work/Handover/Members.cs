using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Handover;

/// <summary>Who works in the office now, as a choice.</summary>
internal static class Members
{
    /// <summary>Everybody who may do work, by name.</summary>
    public static async Task<IReadOnlyList<Option>> WhoWorkAsync(OfficeDb db, CancellationToken stop)
    {
        var (roles, members) = (Policies.Names[Policies.Work], db.PersonRoles);
        var people = await db.People
            .Where(person => person.ClosedAt == null && members.Any(role => role.PersonId == person.Id && roles.Contains(role.Role)))
            .OrderBy(static person => person.Name)
            .ThenBy(static person => person.Id)
            .Select(static person => new { person.Id, person.Name })
            .ToListAsync(stop);

        // Ids become text here and not in the database, which would write them its own way.
        return people.ConvertAll(static person => new Option(person.Id.ToString(), person.Name));
    }
}
