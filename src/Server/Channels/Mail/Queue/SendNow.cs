using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Queue;

/// <summary>A person does not let a waiting mail wait for the office to open, or for the next attempt.</summary>
internal static class SendNow
{
    public static async Task<Outcome<SentMail>> HandleAsync(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Mails.FirstOrDefaultAsync(mail => mail.Id == id, stop) is not { } mail)
        {
            return WithdrawMail.Unknown;
        }

        if (await db.MailPauses.AnyAsync(stop))
        {
            return new Refusal("mail-paused", "いまはメールの送信を止めています。メールの一覧で再開してから、もう一度押してください。", Kind: RefusalKind.Conflict);
        }

        var about = Postbox.AboutOf(id);
        if (await db.Outbox.FirstOrDefaultAsync(entry => entry.About == about && entry.State == OutboxState.Waiting, stop) is not { } entry)
        {
            return Late;
        }

        var now = clock.GetUtcNow();
        mail.IsPrompt = true;
        entry.DueAt = now;
        db.Note(mail.OfficeId, now, "mail-sent-now", $"mail:{mail.Id}", "営業時間や次の試みを待たずに、メールを送ることにした。", mail.CaseId);
        try
        {
            await db.SaveChangesAsync(stop);
            return mail;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Late;
        }
    }

    private static Refusal Late => new("mail-not-waiting", "このメールは、いま送っているところか、もう送信待ちではありません。メールのページを開き直して確かめてください。", Kind: RefusalKind.Conflict);
}
