using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases.Mails;

/// <summary>A mail of a case is sent unless the case was cancelled, or has left the element that the mail was about.</summary>
internal sealed class LiveCaseReason : MailReason
{
    public override async Task<bool> IsGoneAsync(SentMail mail, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        if (mail.CaseId is not { } id || await db.Cases.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, stop) is not { } file)
        {
            return false;
        }

        if (file.Status is CaseStatus.Cancelled || file.StoppedAt is not null)
        {
            return true;
        }

        return mail.UntilNodeId is { } until
            && !CaseFormat.Read(file.State).Tokens.Any(token => string.Equals(token.NodeId, until, StringComparison.Ordinal));
    }
}
