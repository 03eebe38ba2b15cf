using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Inviting;

/// <summary>
/// Where participants are reached today: an address that was put right, or taken out, in the ledger since they were asked counts for all that
/// is sent from then on.
/// </summary>
public sealed class PresentMails
{
    private readonly Dictionary<Guid, string?> known = [];

    private PresentMails()
    {
    }

    public static async Task<PresentMails> OfAsync(OfficeDb db, IEnumerable<Participant> participants, CancellationToken stop)
    {
        var mails = new PresentMails();
        foreach (var group in participants.GroupBy(static one => one.Kind))
        {
            var ids = group.Select(static one => one.PersonId).ToList();
            foreach (var (id, mail) in await InLedgerAsync(db, group.Key, ids, stop))
            {
                mails.known[id] = mail;
            }
        }

        return mails;
    }

    /// <returns>Null for who has none.</returns>
    public string? Of(Participant participant) =>
        (known.TryGetValue(participant.PersonId, out var mail) ? mail : participant.Mail) is { } address && !string.IsNullOrWhiteSpace(address) ? address : null;

    private static async Task<IReadOnlyDictionary<Guid, string?>> InLedgerAsync(OfficeDb db, ParticipantKind kind, List<Guid> ids, CancellationToken stop) => kind switch
    {
        ParticipantKind.Client => await db.Clients.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(static row => row.Id, static row => row.Mail, stop),
        ParticipantKind.Family => await db.FamilyMembers.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(static row => row.Id, static row => row.Mail, stop),
        ParticipantKind.Provider => await db.ServiceContacts.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(static row => row.Id, static row => row.Mail, stop),
        _ => await db.Contacts.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(static row => row.Id, static row => row.Mail, stop),
    };
}
