using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>A person has asked the recipient: a mail that may have left has arrived.</summary>
internal static class ConfirmArrival
{
    public static async Task<Outcome<SentMail>> HandleAsync(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Mails.FirstOrDefaultAsync(mail => mail.Id == id, stop) is not { } mail)
        {
            return new Refusal("mail-unknown", "このメールはありません。一覧から選び直してください。", Kind: RefusalKind.Unknown);
        }

        if (mail.State is not MailState.Maybe)
        {
            return Late(mail);
        }

        var now = clock.GetUtcNow();
        db.Note(mail.OfficeId, now, "mail-arrived", $"mail:{mail.Id}", "相手に確かめて、送信済みのメールとしました。", mail.CaseId);
        mail.State = MailState.Sent;
        mail.SentAt = now;
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
        "mail-not-in-doubt", $"このメールは「{MailStates.LabelOf(mail.State)}」です。ほかの人が先に決めていないか、メールのページを開き直して確かめてください。", Kind: RefusalKind.Conflict);
}
