using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>
/// Why a mail is sent, asked at the last moment before it leaves, also at each new attempt. Registered in the container as
/// <see cref="MailReason"/>; one that says the reason is gone withdraws the mail.
/// </summary>
public abstract class MailReason
{
    /// <summary>Whether what the mail asks for has been answered or given up.</summary>
    public abstract Task<bool> IsGoneAsync(SentMail mail, OfficeDb db, DateTimeOffset at, CancellationToken stop);

    /// <summary>Whether any reason that the mail needs is gone.</summary>
    public static async Task<bool> IsAnyGoneAsync(IEnumerable<MailReason> reasons, SentMail mail, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        foreach (var reason in reasons)
        {
            if (await reason.IsGoneAsync(mail, db, at, stop))
            {
                return true;
            }
        }

        return false;
    }
}
