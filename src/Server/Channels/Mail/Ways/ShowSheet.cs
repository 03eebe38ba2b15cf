using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Ways;

/// <summary>
/// A message on paper, for FAX, letter or telephone. The links in it are whole: they are typed or scanned by whoever gets the paper, so the
/// sheet is for those who work with the case, and opening it is on record.
/// </summary>
public static class ShowSheet
{
    public sealed record Model(SentMail Mail, string Text, OfficeFile Office, DateTimeOffset At, bool IsGone);

    /// <returns>Null when there is no such message to be told by hand.</returns>
    internal static async Task<Model?> HandleAsync(Guid id, OfficeDb db, GuestKey key, IEnumerable<MailReason> reasons, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Mails.AsNoTracking().FirstOrDefaultAsync(mail => mail.Id == id, stop) is not { CanBeHandedOver: true } mail)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        db.Note(mail.OfficeId, now, "mail-sheet-opened", $"mail:{mail.Id}", "紙か電話で伝えるための紙面を開いた。", mail.CaseId);
        await db.SaveChangesAsync(stop);
        return new Model(
            mail,
            GuestToken.Reveal(mail.Text, key),
            await db.Offices.AsNoTracking().SingleAsync(office => office.Id == mail.OfficeId, stop),
            now,
            await MailReason.FindGoneAsync(reasons, mail, db, now, stop) is not null);
    }
}
