using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Channels.Mail.Digests;

/// <summary>
/// Once on a working day: each who asked for it gets one mail with all that came together for them. What nobody needs any more is left out,
/// also among what is to be told by hand.
/// </summary>
public sealed class SendDigests(Postbox postbox, OfficeCalendars calendars, IEnumerable<MailReason> reasons, TimeProvider clock)
{
    internal const string Template = "digest";

    /// <returns>How many mails it wrote.</returns>
    public async Task<int> HandleAsync(OfficeDb db, Guid officeId, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var calendar = await calendars.OfAsync(db, officeId, stop);
        var standing = await db.Mails
            .Where(static mail => mail.State == MailState.Collected || mail.State == MailState.ToHand)
            .OrderBy(static mail => mail.WrittenAt)
            .ToListAsync(stop);
        foreach (var mail in standing)
        {
            if (await MailReason.FindGoneAsync(reasons, mail, db, now, stop) is { } gone)
            {
                mail.Withdraw(gone.Words);
            }
        }

        var written = 0;
        if (calendar.IsWorkingDay(CivilTime.DayOf(now, calendar.Zone)))
        {
            foreach (var mails in standing.Where(static mail => mail.State is MailState.Collected).GroupBy(static mail => (mail.Address!.ToUpperInvariant(), mail.RecipientName)))
            {
                written += await WriteAsync(db, [.. mails], now, stop) ? 1 : 0;
            }
        }

        await db.SaveChangesAsync(stop);
        return written;
    }

    private async Task<bool> WriteAsync(OfficeDb db, IReadOnlyList<SentMail> mails, DateTimeOffset now, CancellationToken stop)
    {
        if (mails is [var only])
        {
            only.State = MailState.Waiting;
            db.Outbox.Add(Postbox.Entry(only, now));
            return true;
        }

        var items = mails.Select(static mail => (Value)Value.Record.Empty.With("subject", Value.Of(mail.Subject)).With("text", Value.Of(mail.Text.Trim())));
        var data = Value.Record.Empty
            .With("count", Value.Of(mails.Count.ToString(CultureInfo.InvariantCulture)))
            .With("mails", new Value.List([.. items]));
        var order = new MailOrder(mails[0].OfficeId, Template, mails[^1].RecipientName, mails[0].Address, data) { IsDigest = true };
        if (await postbox.PutAsync(db, order, now, stop) is not Outcome<SentMail>.Done digest)
        {
            return false;
        }

        foreach (var mail in mails)
        {
            mail.State = MailState.Gathered;
            mail.ReplacedBy = digest.Value.Id;
        }

        return true;
    }
}
