using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>Registers a client, or changes the basics of one.</summary>
public static class KeepClient
{
    /// <param name="Id">Null for a new client.</param>
    public sealed record Model(Guid? Id, ClientForm Form, IReadOnlyList<Option> Municipalities, IReadOnlyList<Option> Specialists, IReadOnlyList<Refusal> Refusals)
    {
        public string Action => Id is null ? "/clients" : $"/clients/{Id}";
    }

    internal static async Task<Model?> ShowAsync(Guid? id, ClientForm? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop)
    {
        var form = typed ?? ClientForm.Blank;
        if (id is not null)
        {
            var client = await db.Clients.SingleOrDefaultAsync(row => row.Id == id, stop);
            if (client is null)
            {
                return null;
            }

            form = typed ?? ClientForm.Of(client);
        }

        var cities = await db.Municipalities.OrderBy(city => city.Name).ToListAsync(stop);
        return new Model(id, form, [.. cities.Select(city => new Option(city.Id.ToString(), city.Name))], await SpecialistsAsync(db, stop), refusals);
    }

    internal static async Task<Outcome<Guid>> HandleAsync(Guid? id, ClientForm form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var client = id is null ? New(viewer, now) : await db.Clients.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (client is null)
        {
            return new Refusal("client-unknown", "この利用者はこの事業所に登録されていません。", Kind: RefusalKind.Unknown);
        }

        var read = new PageReader();
        var cities = await db.Municipalities.Select(city => city.Id).ToListAsync(stop);
        var specialists = await SpecialistsAsync(db, stop);
        form.WriteTo(client, read, cities, specialists.Select(option => Guid.Parse(option.Key)), JapaneseEra.DayInTokyo(now));
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        if (id is null)
        {
            db.Add(client);
        }

        db.Note(viewer.OfficeId, now, id is null ? "client-registered" : "client-changed", $"client:{client.Id}", id is null ? "利用者を登録した" : "利用者の基本の情報を変えた");
        await db.SaveChangesAsync(stop);
        return client.Id;
    }

    private static Client New(Viewer viewer, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = viewer.OfficeId,
        Name = string.Empty,
        Kana = string.Empty,
        BirthOn = default,
        RegisteredAt = now,
        RegisteredBy = viewer.PersonId,
    };

    internal static async Task<IReadOnlyList<Option>> SpecialistsAsync(OfficeDb db, CancellationToken stop)
    {
        var specialists = await (
            from role in db.PersonRoles
            where role.Role == Roles.Specialist
            join person in db.People on role.PersonId equals person.Id
            orderby person.Name
            select new { person.Id, person.Name }).ToListAsync(stop);
        return [.. specialists.Select(person => new Option(person.Id.ToString(), person.Name))];
    }
}
