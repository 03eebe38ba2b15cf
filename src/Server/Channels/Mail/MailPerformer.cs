using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail.Digests;
using OfficeWorkflow.Server.Channels.Mail.Mime;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Outbox;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>Sends one mail of the outbox, unless its reason is gone.</summary>
public sealed class MailPerformer(OfficeMail offices, GuestKey key, MailGate gate, IEnumerable<MailReason> reasons) : Performer
{
    public const string MailLane = "mail";

    public override string Kind => Postbox.Kind;

    public override string Lane => MailLane;

    public override async Task<PerformResult> PerformAsync(PerformContext context, CancellationToken stop)
    {
        var mail = await MailOfAsync(context, stop);
        if (await WithdrawAsync(mail, context, stop))
        {
            context.Entry.End(OutboxState.Cancelled, context.At);
            return new PerformResult.Done();
        }

        var transport = await offices.OfAsync(context.Db, mail.OfficeId, stop);
        if (await gate.StopsAsync(mail, transport, context.Db, context.At, stop) is { } other)
        {
            return other;
        }

        var answer = await transport.SendAsync(MimeText.Compose(DraftOf(mail)), context.AboutToSendAsync, stop);
        gate.Learn(transport, answer, context.At);
        switch (answer)
        {
            case MailAnswer.Accepted:
                mail.State = MailState.Sent;
                mail.SentAt = context.At;
                mail.LastError = null;
                mail.Attempts += context.Entry.Attempts;
                return new PerformResult.Done();
            case MailAnswer.Later later:
                return new PerformResult.Retry(later.Reason);
            case MailAnswer.Refused refused:
                return new PerformResult.Failed(refused.Reason);
            case MailAnswer.MaybeAccepted maybe:
                return new PerformResult.MaybeDone(maybe.Reason);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>A digest leaves while one of the mails in it is wanted.</summary>
    private async Task<bool> WithdrawAsync(SentMail mail, PerformContext context, CancellationToken stop)
    {
        var gathered = await GatheredMails.OfAsync(context.Db, mail, stop);
        var unwanted = new List<(SentMail Mail, string? Why)>();
        foreach (var one in gathered.DefaultIfEmpty(mail))
        {
            if (await MailReason.FindGoneAsync(reasons, one, context.Db, context.At, stop) is not { } gone)
            {
                return false;
            }

            unwanted.Add((one, gone.Words));
        }

        mail.Withdraw(unwanted.Select(static one => one.Why).Distinct(StringComparer.Ordinal).ToList() is [var same] ? same : null);
        unwanted.ForEach(static one => one.Mail.Withdraw(one.Why));
        return true;
    }

    /// <summary>The mail itself says so, in its list: that is where it is sent again. No incident beside it.</summary>
    public override async Task<bool> GiveUpAsync(PerformContext context, string reason, CancellationToken stop)
    {
        var mail = await MailOfAsync(context, stop);
        mail.State = context.Entry.State is OutboxState.MaybeSent ? MailState.Maybe : MailState.Failed;
        mail.LastError = reason;
        mail.Attempts += context.Entry.Attempts;
        return true;
    }

    private static Task<SentMail> MailOfAsync(PerformContext context, CancellationToken stop)
    {
        var id = Guid.Parse(context.Entry.Payload);
        return context.Db.Mails.SingleAsync(mail => mail.Id == id, stop);
    }

    /// <summary>The mail with the secrets of its links put back.</summary>
    private MailDraft DraftOf(SentMail mail) => new(
        mail.Id,
        Mailbox.Of(mail.SenderName, mail.SenderAddress)!,
        Mailbox.Of(mail.RecipientName, mail.Address)!,
        mail.Subject,
        GuestToken.RevealAll(mail.Text, key),
        GuestToken.RevealAll(mail.Html, key),
        mail.WrittenAt)
    {
        Calendar = mail.Calendar,
    };
}
