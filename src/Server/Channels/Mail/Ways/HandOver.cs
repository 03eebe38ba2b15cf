using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Ways;

/// <summary>A person has told the recipient by FAX, letter or telephone.</summary>
internal static class HandOver
{
    public static async Task<Outcome<SentMail>> HandleAsync(Guid id, string personName, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Mails.FirstOrDefaultAsync(mail => mail.Id == id, stop) is not { } mail)
        {
            return WithdrawMail.Unknown;
        }

        if (!mail.CanBeHandedOver)
        {
            return Late(mail);
        }

        var now = clock.GetUtcNow();
        mail.State = MailState.Handed;
        mail.SentAt = now;
        mail.HandedByName = personName;
        db.Note(mail.OfficeId, now, "mail-handed-over", $"mail:{mail.Id}", "メールの代わりに、紙か電話で伝えた。", mail.CaseId);
        try
        {
            await db.SaveChangesAsync(stop);
            return mail;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Late(mail);
        }
    }

    private static Refusal Late(SentMail mail) => new(
        "mail-not-by-hand", $"この連絡は「{MailStates.LabelOf(mail.State)}」です。ほかの人が先に伝えていないか、ページを開き直して確かめてください。", Kind: RefusalKind.Conflict);
}
