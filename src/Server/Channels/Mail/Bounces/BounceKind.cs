using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Bounces;

/// <summary>
/// 不達の通知: a mail server reports that a mail of ours could not be delivered (RFC 3464). The mail is known by its Message-ID, which stands
/// in the part that comes back; a report about anything else is not ours.
/// </summary>
internal sealed partial class BounceKind : IncomingKind
{
    public override async Task<IncomingResult?> TakeAsync(IncomingMail mail, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        if (mail.Part("message/delivery-status") is not { } status || DeliveryReport.Read(status.Text) is not { } report
            || await SentAsync(mail, db, stop) is not { } sent)
        {
            return null;
        }

        if (report.Outcome is not DeliveryOutcome.Failed)
        {
            return new IncomingResult(
                report.Outcome is DeliveryOutcome.Delayed ? "delivery-delayed" : "delivery-done",
                report.Outcome is DeliveryOutcome.Delayed ? "まだ届いていないという知らせです。相手のサーバーがもう少し試します。届かなければ、また知らせが来ます。" : "届いたという知らせです。")
            {
                CaseId = sent.CaseId,
            };
        }

        return sent.State is MailState.Sent or MailState.Maybe
            ? await BounceAsync(sent, report, db, at, stop)
            : new IncomingResult("bounce-known", "このメールが届かなかったことは、もう記録してあります。") { CaseId = sent.CaseId };
    }

    private static async Task<IncomingResult> BounceAsync(SentMail sent, DeliveryReport report, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        sent.State = MailState.Bounced;
        sent.LastError = report.Words;
        var key = AddressTrouble.Fold(sent.Address!);
        if (await db.AddressTroubles.SingleOrDefaultAsync(row => row.AddressKey == key, stop) is { } known)
        {
            (known.MailId, known.FoundAt, known.Reason) = (sent.Id, at, report.Words);
        }
        else
        {
            db.AddressTroubles.Add(new AddressTrouble { OfficeId = sent.OfficeId, AddressKey = key, MailId = sent.Id, FoundAt = at, Reason = report.Words });
        }

        db.Note(sent.OfficeId, at, "mail-bounced", $"mail:{sent.Id}", "メールが届かなかったという知らせを受け取った。", sent.CaseId);
        return new IncomingResult("bounce", $"{sent.RecipientName} 様あてのメールは届きませんでした。{report.Words}") { CaseId = sent.CaseId };
    }

    private static async Task<SentMail?> SentAsync(IncomingMail mail, OfficeDb db, CancellationToken stop)
    {
        var returned = mail.Parts.Where(static part => part.Is("message/rfc822") || part.Is("text/rfc822-headers") || part.Is("message/rfc822-headers"));
        foreach (var text in returned.Select(static part => part.Text))
        {
            if (OurMessageId().Match(text) is { Success: true } found
                && Guid.TryParseExact(found.Groups["id"].Value, "n", out var id)
                && await db.Mails.SingleOrDefaultAsync(row => row.Id == id, stop) is { } sent)
            {
                return sent;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^Message-ID:\s*<(?<id>[0-9a-f]{32})@", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline, 500)]
    private static partial Regex OurMessageId();
}
