using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Handover;

/// <summary>Whom work can be given to: members with one of the roles, none of them kept from it.</summary>
internal static class Candidates
{
    /// <param name="roles">Whoever has one of them.</param>
    /// <param name="but">Who has it already.</param>
    public static async Task<IReadOnlyList<Option>> OfAsync(WorkItem item, IReadOnlyList<string> roles, Guid? but, OfficeDb db, CancellationToken stop)
    {
        var (members, excluded, id) = (db.PersonRoles, db.WorkExclusions, item.Id);
        var people = await db.People
            .Where(person => person.ClosedAt == null && person.Id != but
                && members.Any(role => role.PersonId == person.Id && roles.Contains(role.Role))
                && !excluded.Any(row => row.WorkId == id && row.PersonId == person.Id))
            .OrderBy(static person => person.Name)
            .Select(static person => new { person.Id, person.Name })
            .ToListAsync(stop);

        // Ids become text here and not in the database, which would write them its own way.
        return people.ConvertAll(static person => new Option(person.Id.ToString(), person.Name));
    }
}
