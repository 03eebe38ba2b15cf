using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>To which mailbox a link went: staff correct a wrong address at the mail that did not arrive, not where it was first entered.</summary>
internal static class MailedTo
{
    /// <summary>The address of the last mail that holds the last link of the target, or of the one that went instead.</summary>
    /// <returns>Null when no mail held it.</returns>
    public static async Task<string?> AddressAsync(OfficeDb db, Guid? caseId, string purpose, string targetId, CancellationToken stop)
    {
        var link = await db.GuestLinks.AsNoTracking()
            .Where(link => link.Purpose == purpose && link.TargetId == targetId)
            .OrderByDescending(static link => link.MadeAt)
            .Select(static link => (Guid?)link.Id)
            .FirstOrDefaultAsync(stop);
        if (link is not { } linkId)
        {
            return null;
        }

        var path = GuestToken.MaskedPathOf(linkId);
        var mail = await db.Mails.AsNoTracking()
            .Where(mail => mail.CaseId == caseId && mail.Text.Contains(path))
            .OrderByDescending(static mail => mail.WrittenAt).ThenByDescending(static mail => mail.Id)
            .FirstOrDefaultAsync(stop);
        while (mail?.ReplacedBy is { } next)
        {
            mail = await db.Mails.AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == next, stop);
        }

        return mail?.Address;
    }
}
