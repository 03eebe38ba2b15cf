using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Mail.Bounces;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>A person decides that a mail that failed, or may have left, is sent once more, under the same Message-ID.</summary>
internal static class SendAgain
{
    public static async Task<Outcome<SentMail>> HandleAsync(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Mails.FirstOrDefaultAsync(mail => mail.Id == id, stop) is not { } mail)
        {
            return new Refusal("mail-unknown", "このメールはありません。一覧から選び直してください。", Kind: RefusalKind.Unknown);
        }

        if (!mail.CanBeSentAgain)
        {
            return new Refusal("mail-not-resendable", $"このメールは「{MailStates.LabelOf(mail.State)}」です。もう一度送れるのは、送れなかったメール、届かず戻ったメール、送信済みかもしれないメールです。", Kind: RefusalKind.Conflict);
        }

        var now = clock.GetUtcNow();
        db.Note(mail.OfficeId, now, "mail-sent-again", $"mail:{mail.Id}", $"「{MailStates.LabelOf(mail.State)}」のメールをもう一度送ることにしました。", mail.CaseId);
        mail.State = MailState.Waiting;
        var address = AddressTrouble.Fold(mail.Address ?? "");
        db.AddressTroubles.RemoveRange(await db.AddressTroubles.Where(row => row.AddressKey == address).ToListAsync(stop));
        db.Outbox.Add(Postbox.Entry(mail, now));

        try
        {
            await db.SaveChangesAsync(stop);
            return mail;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("mail-not-resendable", "ほかの人が先に送り直しました。メールのページを開き直して確かめてください。", Kind: RefusalKind.Conflict);
        }
    }

    public static Confirmation Ask(SentMail mail, IReadOnlyList<Refusal> refusals) => new(
        "メールをもう一度送る",
        $"{mail.RecipientName} 様あての「{mail.Subject}」を、もう一度送りますか。",
        mail.State is MailState.Maybe
            ? ["前に送ったメールが届いていることもあります。そのときは、同じメールが2通届きます。", "電話で、届いているかどうかを先に確かめることもできます。"]
            : ["同じ文面を、同じアドレスに送ります。アドレスが違うときは、先に台帳のアドレスを直し、手続きからもう一度送ってください。"],
        $"/mail/{mail.Id}/sending",
        "もう一度送る",
        $"/mail/{mail.Id}")
    {
        Here = "/mail",
        Refusals = refusals,
    };
}
