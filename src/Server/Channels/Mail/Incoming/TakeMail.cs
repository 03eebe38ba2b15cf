using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

/// <summary>Takes one mail that came in for one office, once however often its file is read.</summary>
public sealed class TakeMail(IEnumerable<IncomingKind> kinds, TimeProvider clock)
{
    private const int MostAttempts = 3;
    private const int LongestSubject = 200;
    private const int LongestAddress = 320;

    /// <param name="keepsUnknown">Also a mail that nothing understood is entered, so that a person looks at it.</param>
    /// <returns>Null when nothing understood the mail and it was not entered.</returns>
    public async Task<IncomingResult?> HandleAsync(IncomingMail mail, OfficeDb db, Guid officeId, bool keepsUnknown, CancellationToken stop)
    {
        var attempt = 1;
        while (true)
        {
            if (await KnownAsync(mail, db, stop) is { } known)
            {
                return known;
            }

            try
            {
                return await TakeAsync(mail, db, officeId, keepsUnknown, stop);
            }
            catch (DbUpdateException) when (attempt < MostAttempts)
            {
                // The same mail came twice, or what it is about changed at the same moment: it is read anew. Anything else is not ours to hide.
                db.ChangeTracker.Clear();
                attempt++;
            }
        }
    }

    private async Task<IncomingResult?> TakeAsync(IncomingMail mail, OfficeDb db, Guid officeId, bool keepsUnknown, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var result = await UnderstandAsync(mail, db, now, stop) ?? (keepsUnknown ? IncomingResult.NotUnderstood : null);
        if (result is null)
        {
            return null;
        }

        db.Add(Entry(mail, result, officeId, now));
        db.Note(officeId, now, "mail-received", $"received-mail:{mail.Fingerprint}", "届いたメールを読み取りました。", result.CaseId);
        await db.SaveChangesAsync(stop);

        return result;
    }

    private static async Task<IncomingResult?> KnownAsync(IncomingMail mail, OfficeDb db, CancellationToken stop) =>
        await db.ReceivedMails.AsNoTracking().SingleOrDefaultAsync(row => row.Fingerprint == mail.Fingerprint, stop) is { } known
            ? new IncomingResult(known.Outcome, known.Told, known.IsSettled) { CaseId = known.CaseId }
            : null;

    private async Task<IncomingResult?> UnderstandAsync(IncomingMail mail, OfficeDb db, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var kind in kinds)
        {
            if (await kind.TakeAsync(mail, db, now, stop) is { } result)
            {
                return result;
            }
        }

        return null;
    }

    private static ReceivedMail Entry(IncomingMail mail, IncomingResult result, Guid officeId, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officeId,
        Fingerprint = mail.Fingerprint,
        FromAddress = Short(mail.FromAddress, LongestAddress),
        Subject = Short(mail.Subject, LongestSubject),
        ReceivedAt = at,
        Outcome = result.Code,
        Told = result.Told,
        IsSettled = result.IsSettled,
        CaseId = result.CaseId,
    };

    private static string Short(string text, int most) => text.Length <= most ? text : text[..most];
}
