using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>A mail that asks somebody to open a link is sent while the link opens.</summary>
internal sealed class OpenLinkReason : MailReason
{
    public override async Task<bool> IsGoneAsync(SentMail mail, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        var ids = GuestToken.LinksIn(mail.Text);
        if (ids.Count == 0)
        {
            return false;
        }

        var links = await db.GuestLinks.AsNoTracking().Where(link => ids.Contains(link.Id)).ToListAsync(stop);
        return links.TrueForAll(link => link.StateAt(at) is not GuestLinkState.Open);
    }
}
