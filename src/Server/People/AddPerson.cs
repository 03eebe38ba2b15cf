using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People;

/// <summary>The rows of a new account. The caller saves.</summary>
public static class AddPerson
{
    private const string Prefix = "/welcome/";

    private static readonly TimeSpan LinkHolds = TimeSpan.FromDays(7);

    public static Person To(OfficeDb db, Guid officeId, string name, string mail, IEnumerable<string> roles, DateTimeOffset at)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Mail = mail,
            MailKey = Person.Fold(mail),
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
        };
        db.People.Add(person);
        db.PersonRoles.AddRange(roles.Select(role => new PersonRole { OfficeId = officeId, PersonId = person.Id, Role = role, GivenAt = at }));
        return person;
    }

    /// <summary>A one-time link for choosing a password, of the first of an office, whom nobody could mail.</summary>
    /// <returns>Its path; the secret in it is kept nowhere.</returns>
    public static string Welcome(OfficeDb db, Guid personId, DateTimeOffset at)
    {
        var path = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        db.WelcomeLinks.Add(LinkOf(Guid.CreateVersion7(), personId, path, at));
        return path;
    }

    /// <param name="path">The link's path, of which only a hash is kept.</param>
    /// <param name="holds">A week where nothing is said.</param>
    internal static WelcomeLink LinkOf(Guid id, Guid personId, string path, DateTimeOffset at, TimeSpan? holds = null) => new()
    {
        Id = id,
        PersonId = personId,
        SecretHash = Hash(path[Prefix.Length..]),
        MadeAt = at,
        ExpiresAt = at + (holds ?? LinkHolds),
    };

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
