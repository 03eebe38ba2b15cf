using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>
/// Why a mail is sent, asked at the last moment before it leaves, also at each new attempt. Registered in the container as
/// <see cref="MailReason"/>; one that says the reason is gone withdraws the mail.
/// </summary>
public abstract class MailReason
{
    /// <summary>What the page of a mail says that was withdrawn for it; null for the common sentence.</summary>
    public virtual string? Words => null;

    /// <summary>Whether what the mail asks for has been answered or given up.</summary>
    public abstract Task<bool> IsGoneAsync(SentMail mail, OfficeDb db, DateTimeOffset at, CancellationToken stop);

    /// <returns>The first that is gone of those that the mail needs; null while all stand.</returns>
    public static async Task<MailReason?> FindGoneAsync(IEnumerable<MailReason> reasons, SentMail mail, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        foreach (var reason in reasons)
        {
            if (await reason.IsGoneAsync(mail, db, at, stop))
            {
                return reason;
            }
        }

        return null;
    }
}
