using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Mail.Digests;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Channels.Mail.Queue;

/// <summary>A person takes back a mail that has not left yet.</summary>
internal static class WithdrawMail
{
    public static async Task<Outcome<SentMail>> HandleAsync(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Mails.FirstOrDefaultAsync(mail => mail.Id == id, stop) is not { } mail)
        {
            return Unknown;
        }

        if (mail.State is not MailState.Waiting)
        {
            return Late;
        }

        try
        {
            return await db.InTransactionAsync(inner => TakeBackAsync(mail, clock.GetUtcNow(), db, inner), stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Late;
        }
    }

    private static async Task<Outcome<SentMail>> TakeBackAsync(SentMail mail, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        // The fence moves on: who has claimed it and not yet handed it over can write no more.
        var about = Postbox.AboutOf(mail.Id);
        var taken = await db.Outbox
            .Where(entry => entry.About == about && (entry.State == OutboxState.Waiting || entry.State == OutboxState.Held))
            .ExecuteUpdateAsync(
                entry => entry
                    .SetProperty(static row => row.State, OutboxState.Cancelled)
                    .SetProperty(static row => row.Fence, static row => row.Fence + 1)
                    .SetProperty(static row => row.LeasedUntil, (DateTimeOffset?)null)
                    .SetProperty(static row => row.EndedAt, now),
                stop);
        if (taken == 0)
        {
            return Late;
        }

        mail.Withdraw(WithdrawnByPerson);
        foreach (var one in await GatheredMails.OfAsync(db, mail, stop))
        {
            one.Withdraw(WithdrawnByPerson);
        }

        db.Note(mail.OfficeId, now, "mail-withdrawn", $"mail:{mail.Id}", "送信待ちのメールを取りやめた。", mail.CaseId);
        await db.SaveChangesAsync(stop);
        return mail;
    }

    /// <summary>Why it was not sent, where no reason of its own went away.</summary>
    internal const string WithdrawnByPerson = "職員が取りやめました。";

    public static Confirmation Ask(SentMail mail, IReadOnlyList<Refusal> refusals) => new(
        "メールを取りやめる",
        $"{mail.RecipientName} 様あての「{mail.Subject}」を送らないことにしますか。",
        ["このメールは送られません。案件はそのまま進みます。", "用件を伝える必要があるときは、電話などで伝えてください。"],
        $"/mail/{mail.Id}/withdrawal",
        "取りやめる",
        $"/mail/{mail.Id}")
    {
        Here = "/mail",
        Refusals = refusals,
    };

    internal static Refusal Unknown => new("mail-unknown", "このメールはありません。一覧から選び直してください。", Kind: RefusalKind.Unknown);

    private static Refusal Late => new("mail-not-waiting", "このメールは、もう送信待ちではありません。メールのページを開き直して確かめてください。", Kind: RefusalKind.Conflict);
}
