using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Demo;

/// <summary>相談支援事業所S: what a new database holds unless it was started empty. Everybody in it is made up.</summary>
internal static class DemoOffice
{
    /// <summary>One for everybody of the demo office, and for nobody else.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Blocker Security Hotspot", "S2068", Justification = "Only on a database of made-up people, and printed at every start.")]
    public const string DemoPassword = "demo-office-S";

    private const string SpecialistX = "x@office-s.example.jp";

    /// <summary>Who works there, in the order in which they are shown.</summary>
    public static IReadOnlyList<DemoPerson> People { get; } =
    [
        new("専門員X", SpecialistX, Roles.Specialist),
        new("専門員Y", "y@office-s.example.jp", Roles.Specialist),
        new("相談支援員Z", "z@office-s.example.jp", Roles.Assistant),
        new("事務員V", "v@office-s.example.jp", Roles.Clerk),
        new("管理者K", "k@office-s.example.jp", Roles.Manager),
        new("事務管理者J", "j@office-s.example.jp", Roles.Administrator),
        new("監査人L", "l@office-s.example.jp", Roles.Auditor),
    ];

    /// <summary>Fills a database that has no office at all.</summary>
    /// <returns>Whether the demo office is (still) there, so that its sign-ins may be shown.</returns>
    public static async Task<bool> SeedAsync(OfficeDbs dbs, Password password, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("demo"));
        if (await db.Offices.AnyAsync(stop))
        {
            return await db.Set<Person>().AnyAsync(static person => person.Mail == SpecialistX, stop);
        }

        var officeId = Guid.CreateVersion7();
        var now = clock.GetUtcNow();
        db.Offices.Add(new OfficeFile
        {
            Id = officeId,
            Name = "相談支援事業所S",
            Number = "0000000001",
            Phone = "000-000-0000",
            Mail = "office@office-s.example.jp",
        });
        var staff = People.ToDictionary(static person => person.Mail, person => Hire(db, officeId, person, password, now), StringComparer.Ordinal);
        new DemoLedger(db, officeId, now).Add(staff[SpecialistX].Id, staff["y@office-s.example.jp"].Id);
        await db.SaveChangesAsync(stop);

        return true;
    }

    /// <summary>Whether an office is the demo: one of its people has an address that no real person has.</summary>
    public static Task<bool> IsItAsync(Guid officeId, OfficeDb db, CancellationToken stop) => (
        from role in db.PersonRoles
        join person in db.Set<Person>() on role.PersonId equals person.Id
        where role.OfficeId == officeId && person.Mail == SpecialistX
        select role).AnyAsync(stop);

    private static Person Hire(OfficeDb db, Guid officeId, DemoPerson demo, Password password, DateTimeOffset at)
    {
        var person = AddPerson.To(db, officeId, demo.Name, demo.Mail, [demo.Role], at);
        password.Give(person, DemoPassword);

        return person;
    }
}
