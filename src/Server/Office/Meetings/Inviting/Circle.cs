using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Meetings.Inviting;

/// <summary>Everybody around a client: who may be asked to a meeting, in the order of minutes.</summary>
internal static class Circle
{
    public static async Task<IReadOnlyList<CircleMember>> LoadAsync(OfficeDb db, Client client, Guid? planId, DateOnly on, CancellationToken stop)
    {
        var members = new List<CircleMember>
        {
            new(ParticipantKind.Client, client.Id, ProviderId: null, client.Name, "本人", client.Mail, Category: null, IsInPlan: true),
        };
        members.AddRange(await FamilyAsync(db, client, on, stop));
        members.AddRange(await ProvidersAsync(db, planId, stop));
        members.AddRange(await ContactsAsync(db, client, stop));

        return members;
    }

    /// <summary>To whom the client's data may be shown on that day.</summary>
    public static async Task<IReadOnlySet<PrivacyCategory>> CoveredAsync(OfficeDb db, Guid clientId, DateOnly on, CancellationToken stop)
    {
        var consents = await db.PrivacyConsents.Where(consent => consent.ClientId == clientId && consent.FamilyMemberId == null).ToListAsync(stop);

        return consents.Where(consent => consent.CoversOn(on)).Select(static consent => consent.Category).ToHashSet();
    }

    /// <summary>Whom the client agreed to show it to, on the day of looking: a consent that was taken back closes the papers.</summary>
    public static async Task<bool> MaySeeAsync(OfficeDb db, Meeting meeting, Participant participant, DateTimeOffset at, CancellationToken stop) =>
        participant.Category is not { } category || (await CoveredAsync(db, meeting.ClientId, JapaneseEra.DayInTokyo(at), stop)).Contains(category);

    private static async Task<IEnumerable<CircleMember>> FamilyAsync(OfficeDb db, Client client, DateOnly day, CancellationToken stop)
    {
        var family = await db.FamilyMembers
            .Where(member => member.ClientId == client.Id && member.LeftOn == null)
            .OrderBy(static member => member.RecordedAt).ThenBy(static member => member.Id)
            .ToListAsync(stop);

        // Who acts for the client in law needs nobody's leave to know: a 保護者 does so while the client is a child.
        return from member in family
               let acts = member.IsLegalGuardian || (member.IsGuardian && client.IsChildOn(day))
               select new CircleMember(
                   ParticipantKind.Family, member.Id, ProviderId: null, member.Name, member.Relation, member.Mail,
                   acts ? null : PrivacyCategory.Family, IsInPlan: acts || member.IsKeyPerson);
    }

    private static async Task<IEnumerable<CircleMember>> ProvidersAsync(OfficeDb db, Guid? planId, CancellationToken stop)
    {
        var inPlan = await db.NeedRows
            .Where(row => row.PlanId == planId && row.ProviderId != null)
            .Select(static row => row.ProviderId!.Value)
            .ToListAsync(stop);
        var providers = await db.WholeProviders.Where(static provider => provider.ClosedOn == null).OrderBy(static provider => provider.Number).ToListAsync(stop);

        return from provider in providers
               let named = inPlan.Contains(provider.Id)
               from contact in provider.Contacts.Where(static contact => contact.LeftOn is null)
               orderby named descending
               select new CircleMember(
                   ParticipantKind.Provider, contact.Id, provider.Id, contact.Name, $"{provider.Name} {Words.Of(contact.Job)}", contact.Mail,
                   PrivacyCategory.Provider, IsInPlan: named && contact.Id == provider.InCharge?.Id);
    }

    private static async Task<IEnumerable<CircleMember>> ContactsAsync(OfficeDb db, Client client, CancellationToken stop)
    {
        var close = await db.ClientContacts.Where(link => link.ClientId == client.Id).Select(static link => link.ContactId).ToListAsync(stop);
        var contacts = await db.Contacts.Where(static contact => contact.LeftOn == null).OrderBy(static contact => contact.Name).ToListAsync(stop);

        return from contact in contacts
               let isClose = close.Contains(contact.Id)
               orderby isClose descending, contact.Category
               select new CircleMember(
                   Kind(contact.Category), contact.Id, ProviderId: null, contact.Name, Affiliation(contact), contact.Mail,
                   PrivacyCategories.Of(contact.Category), IsInPlan: isClose);
    }

    private static ParticipantKind Kind(ContactCategory category) => category switch
    {
        ContactCategory.CityOfficer => ParticipantKind.City,
        ContactCategory.WelfareCommissioner => ParticipantKind.Commissioner,
        _ => ParticipantKind.Other,
    };

    private static string Affiliation(Contact contact)
    {
        var words = new[] { contact.Organisation, contact.Job }.Where(static word => !string.IsNullOrWhiteSpace(word)).ToList();

        return words.Count > 0 ? string.Join(' ', words) : Words.Of(contact.Category);
    }
}
