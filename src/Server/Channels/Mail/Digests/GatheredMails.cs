using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Digests;

/// <summary>What went in a digest. Each of these mails keeps a reason of its own, and what becomes of the digest becomes of all of them.</summary>
internal static class GatheredMails
{
    /// <returns>None for a mail that is no digest.</returns>
    public static async Task<IReadOnlyList<SentMail>> OfAsync(OfficeDb db, SentMail mail, CancellationToken stop)
    {
        if (mail.Template is not SendDigests.Template)
        {
            return [];
        }

        var digest = (await SendElsewhere.FirstOfAsync(db, mail, stop)).Id;
        return await db.Mails.Where(one => one.State == MailState.Gathered && one.ReplacedBy == digest).OrderBy(static one => one.WrittenAt).ToListAsync(stop);
    }
}
