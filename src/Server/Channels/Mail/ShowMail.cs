using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>One mail, exactly as it is sent.</summary>
public static class ShowMail
{
    /// <returns>Null when the office has no such mail.</returns>
    public static async Task<Model?> HandleAsync(Guid id, OfficeDb db, MailTransport transport, GuestKey key, CancellationToken stop)
    {
        if (await db.Mails.AsNoTracking().FirstOrDefaultAsync(mail => mail.Id == id, stop) is not { } mail)
        {
            return null;
        }

        var about = Postbox.AboutOf(id);
        var entry = await db.Outbox.AsNoTracking()
            .Where(entry => entry.About == about && (entry.State == OutboxState.Waiting || entry.State == OutboxState.Held))
            .FirstOrDefaultAsync(stop);

        return new Model(mail, TextOf(mail.Text, transport, key), TextOf(mail.Html, transport, key), transport.Leaves)
        {
            Attempts = mail.Attempts + (entry?.Attempts ?? 0),
            Trouble = entry?.LastError,
            NextAt = entry?.DueAt,
            Pause = await db.MailPauses.AsNoTracking().SingleOrDefaultAsync(stop),
            Replaces = await db.Mails.Where(other => other.ReplacedBy == id).Select(static other => (Guid?)other.Id).FirstOrDefaultAsync(stop),
        };
    }

    /// <summary>Where nothing leaves the house this page is the mailbox, and its links open; else they belong to the recipient alone.</summary>
    private static string TextOf(string kept, MailTransport transport, GuestKey key) => transport.Leaves ? kept : GuestToken.Reveal(kept, key);

    /// <param name="Text">The text, its links as this page may show them.</param>
    /// <param name="Html">The HTML, likewise.</param>
    public sealed record Model(SentMail Mail, string Text, string Html, bool Leaves)
    {
        /// <summary>How often it was tried, those of a mail that is still to be sent counted too.</summary>
        public int Attempts { get; init; }

        /// <summary>What went wrong at the last attempt of a mail that is still to be sent.</summary>
        public string? Trouble { get; init; }

        /// <summary>When it is tried next.</summary>
        public DateTimeOffset? NextAt { get; init; }

        /// <summary>Who stopped the mail; null while it flows.</summary>
        public MailPause? Pause { get; init; }

        /// <summary>The mail that did not arrive, and that this one was sent instead of.</summary>
        public Guid? Replaces { get; init; }

        /// <summary>Whether the viewer may do something about it.</summary>
        public bool MayWork { get; init; }
    }
}
