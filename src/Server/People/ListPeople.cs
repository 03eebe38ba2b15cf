using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People.Links;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People;

/// <summary>Everyone of the office with their roles.</summary>
public static class ListPeople
{
    public sealed record Line(Guid Id, string Name, string Mail, IReadOnlyList<string> Roles, bool HasPassword);

    /// <param name="Link">A one-time link just made.</param>
    public sealed record Model(IReadOnlyList<Line> People, InvitePerson.Form Form, IReadOnlyList<Refusal> Refusals, HandedLink? Link);

    internal static async Task<Model> HandleAsync(
        InvitePerson.Form form, IReadOnlyList<Refusal> refusals, HandedLink? link, OfficeDb db, CancellationToken stop)
    {
        var roles = await db.PersonRoles.ToListAsync(stop);
        var ids = roles.ConvertAll(static role => role.PersonId);
        var people = await db.People.Where(person => ids.Contains(person.Id)).OrderBy(static person => person.Name).ToListAsync(stop);
        var byPerson = roles.ToLookup(static role => role.PersonId, static role => role.Role);
        return new Model(
            [.. people.Select(person => new Line(
                person.Id,
                person.Name,
                person.Mail,
                [.. Roles.All.Where(role => byPerson[person.Id].Contains(role.Key, StringComparer.Ordinal)).Select(static role => role.Key)],
                person.PasswordHash is not null))],
            form,
            refusals,
            link);
    }
}
