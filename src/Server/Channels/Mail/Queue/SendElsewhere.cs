using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Queue;

/// <summary>
/// The same text to a corrected address. What was sent before stays as it was; the new one is a mail of its own that says which it replaces.
/// </summary>
public static class SendElsewhere
{
    public sealed record Form(string? Address);

    public sealed record Model(SentMail Mail, string? Typed, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Outcome<SentMail>> HandleAsync(Guid id, Form form, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Mails.FirstOrDefaultAsync(mail => mail.Id == id, stop) is not { } mail)
        {
            return WithdrawMail.Unknown;
        }

        if (!mail.CanGoElsewhere)
        {
            return Late(mail);
        }

        if (Mailbox.Of(mail.RecipientName, form.Address) is not { } to)
        {
            return new Refusal("not-an-address", "メールアドレスの形が正しくありません。例: name@example.jp", "address");
        }

        if (mail.Address is { } before && to.Reaches(before))
        {
            return new Refusal("address-unchanged", "前と同じアドレスです。同じアドレスにもう一度送るときは、メールのページの「もう一度送る」を使ってください。", "address");
        }

        var now = clock.GetUtcNow();
        var next = mail.To(to, now);
        db.Mails.Add(next);
        db.Outbox.Add(Postbox.Entry(next, now));
        mail.State = MailState.Replaced;
        mail.ReplacedBy = next.Id;
        db.Note(mail.OfficeId, now, "mail-readdressed", $"mail:{mail.Id}", "アドレスを直して、メールを送り直すことにした。", mail.CaseId);
        try
        {
            await db.SaveChangesAsync(stop);
            return next;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Late(mail);
        }
    }

    /// <summary>The mail as it was first written, before its address was corrected.</summary>
    internal static async Task<SentMail> FirstOfAsync(OfficeDb db, SentMail mail, CancellationToken stop)
    {
        var first = mail;
        while (await BeforeAsync(db, first.Id, stop) is { } before)
        {
            first = before;
        }

        return first;
    }

    private static Task<SentMail?> BeforeAsync(OfficeDb db, Guid id, CancellationToken stop) =>
        db.Mails.AsNoTracking().FirstOrDefaultAsync(mail => mail.ReplacedBy == id && mail.State == MailState.Replaced, stop);

    private static Refusal Late(SentMail mail) => new(
        "mail-not-readdressable", $"このメールは「{MailStates.LabelOf(mail.State)}」です。別のアドレスに送れるのは、届かなかったメールだけです。メールのページを開き直して確かめてください。", Kind: RefusalKind.Conflict);
}
