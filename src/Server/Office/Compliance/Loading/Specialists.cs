using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Compliance.Loading;

/// <summary>Who is a 相談支援専門員.</summary>
internal sealed class Specialists(ILookup<Guid, string> roles)
{
    public static async Task<Specialists> LoadAsync(OfficeDb db, CancellationToken stop) =>
        new((await db.PersonRoles.ToListAsync(stop)).ToLookup(static row => row.PersonId, static row => row.Role));

    /// <summary>
    /// A record made by a case came through an act that is reserved to specialists; whoever has left the office since has no role any more.
    /// </summary>
    public bool Made(Guid personId, Guid? caseId) =>
        roles.Contains(personId) ? roles[personId].Contains(Roles.Specialist, StringComparer.Ordinal) : caseId is not null;
}
