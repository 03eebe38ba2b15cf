using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Servers;

/// <summary>By which transport an office's mail leaves: its own mail server, else as the machine is configured; never out of a rehearsal.</summary>
public sealed class OfficeMail(MailTransport standard, MailSettings settings, IDataProtectionProvider protection)
{
    private readonly IDataProtector passwords = protection.CreateProtector("mail-server");

    public MailTransport Standard => standard;

    public string Close(string password) => passwords.Protect(password);

    public async Task<MailTransport> OfAsync(OfficeDb db, Guid officeId, CancellationToken stop) =>
        !settings.KeepsIn && await db.MailServers.AsNoTracking().SingleOrDefaultAsync(row => row.OfficeId == officeId, stop) is { } server
            ? TransportOf(server)
            : standard;

    private MailTransport TransportOf(MailServer server)
    {
        try
        {
            return new SmtpMailer(new SmtpSettings(server.Host, server.Port, server.Security)
            {
                User = server.User,
                Password = server.ProtectedPassword is { } closed ? passwords.Unprotect(closed) : null,
                TrustedAuthority = settings.TrustedAuthority,
                PerMinute = server.PerMinute,
            });
        }
        catch (CryptographicException)
        {
            return new LockedMailer(server.Host);
        }
    }
}
