using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Ledger;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>Everything about one client on one page: basics, family, contacts, certificate, plan, cases and the ledger.</summary>
public static class ShowClient
{
    public sealed record ContactLine(Guid LinkId, Contact Contact, string? Role);

    public sealed record CaseLine(Guid Id, string Name, CaseStatus Status, DateTimeOffset StartedAt);

    public sealed record LedgerLine(LedgerEntry Entry, string? Person);

    public sealed record Model(Client Client, DateOnly Today)
    {
        public string? Municipality { get; init; }

        public string? Specialist { get; init; }

        public IReadOnlyList<FamilyMember> Family { get; init; } = [];

        public IReadOnlyList<ContactLine> Contacts { get; init; } = [];

        /// <summary>関係者 that could be added.</summary>
        public IReadOnlyList<Option> OtherContacts { get; init; } = [];

        public Certificate? Certificate { get; init; }

        public DateOnly? NextMonitoring { get; init; }

        /// <summary>The plan that holds today: agreed to, or else the latest.</summary>
        public ServicePlan? Plan { get; init; }

        public IReadOnlyList<CaseLine> Cases { get; init; } = [];

        public IReadOnlyList<LedgerLine> Ledger { get; init; } = [];

        public string Age => $"{Client.AgeOn(Today)}歳";
    }

    internal static async Task<Model?> HandleAsync(Guid id, OfficeDb db, IEnumerable<LedgerSource> sources, TimeProvider clock, CancellationToken stop)
    {
        var client = await db.Clients.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (client is null)
        {
            return null;
        }

        var today = JapaneseEra.DayInTokyo(clock.GetUtcNow());
        var certificate = await db.WholeCertificates.Where(row => row.ClientId == id).OrderByDescending(row => row.RecordedAt).FirstOrDefaultAsync(stop);
        var (contacts, others) = await ContactsAsync(id, db, stop);
        return new Model(client, today)
        {
            Municipality = await db.Municipalities.Where(city => city.Id == client.MunicipalityId).Select(city => city.Name).SingleOrDefaultAsync(stop),
            Specialist = await db.People.Where(person => person.Id == client.SpecialistId).Select(person => person.Name).SingleOrDefaultAsync(stop),
            Family = await db.FamilyOf(id).ToListAsync(stop),
            Contacts = contacts,
            OtherContacts = others,
            Certificate = certificate,
            NextMonitoring = certificate?.MonitoringMonths.Select(row => row.Month).Where(month => month >= new DateOnly(today.Year, today.Month, 1)).Order().Cast<DateOnly?>().FirstOrDefault(),
            Plan = await PlanAsync(id, db, stop),
            Cases = await CasesAsync(id, db, stop),
            Ledger = await LedgerAsync(id, db, sources, stop),
        };
    }

    private static async Task<(List<ContactLine> Linked, List<Option> Others)> ContactsAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        var links = await db.ClientContacts.Where(link => link.ClientId == id).ToListAsync(stop);
        var contacts = await db.Contacts.OrderBy(contact => contact.Category).ThenBy(contact => contact.Name).ToListAsync(stop);
        var linked = (
            from contact in contacts
            join link in links on contact.Id equals link.ContactId
            select new ContactLine(link.Id, contact, link.Role)).ToList();
        var others = (
            from contact in contacts
            where contact.LeftOn is null && links.TrueForAll(link => link.ContactId != contact.Id)
            select new Option(contact.Id.ToString(), $"{contact.Name}（{contact.Organisation ?? Words.Of(contact.Category)}）")).ToList();
        return (linked, others);
    }

    private static async Task<ServicePlan?> PlanAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        var versions = await db.Plans.Where(plan => plan.ClientId == id).OrderByDescending(plan => plan.Version).ToListAsync(stop);
        return versions.Find(plan => plan is { Stage: PlanStage.Final, IsConsented: true }) ?? versions.FirstOrDefault();
    }

    private static async Task<IReadOnlyList<CaseLine>> CasesAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        var subject = id.ToString();
        return await db.Cases
            .Where(file => file.Subject == subject && file.ParentId == null)
            .OrderByDescending(file => file.StartedAt)
            .Select(file => new CaseLine(file.Id, file.ProcedureName, file.Status, file.StartedAt))
            .ToListAsync(stop);
    }

    private static async Task<IReadOnlyList<LedgerLine>> LedgerAsync(Guid id, OfficeDb db, IEnumerable<LedgerSource> sources, CancellationToken stop)
    {
        var entries = new List<LedgerEntry>();
        foreach (var source in sources)
        {
            entries.AddRange(await source.OfAsync(db, id, stop));
        }

        var persons = entries.Select(entry => entry.PersonId).OfType<Guid>().Distinct().ToList();
        var names = await db.People.Where(person => persons.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, stop);
        return
        [
            .. from entry in entries
               orderby entry.On descending, entry.RecordedAt descending
               select new LedgerLine(entry, entry.PersonId is { } person ? names.GetValueOrDefault(person) : null),
        ];
    }
}
