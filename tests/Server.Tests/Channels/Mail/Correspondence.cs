using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Tests.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Channels.Mail;

/// <summary>An office with an address, and mails it writes.</summary>
internal sealed class Correspondence(RunningOffice office)
{
    public Guid OfficeId { get; } = Guid.CreateVersion7();

    public async Task OpenAsync()
    {
        await using var db = office.Db();
        db.Offices.Add(new OfficeFile
        {
            Id = OfficeId,
            Name = "相談支援事業所S",
            Number = "1234567890",
            Phone = "03-1234-5678",
            Mail = "office@s.example.jp",
        });
        await db.SaveChangesAsync();
    }

    /// <summary>From now on the office's mail leaves by this server.</summary>
    public async Task LeaveByAsync(ScriptedServer server, SmtpSecurity security = SmtpSecurity.None)
    {
        await using var db = office.Db();
        await db.MailServers.Where(row => row.OfficeId == OfficeId).ExecuteDeleteAsync();
        db.MailServers.Add(new MailServer
        {
            OfficeId = OfficeId,
            Host = "127.0.0.1",
            Port = server.Settings.Port,
            Security = security,
            ChangedAt = office.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
    }

    public MailOrder Order(string? address = "n@example.jp") =>
        new(OfficeId, "draft-submitted", "市の職員N", address, Value.Record.Empty);

    public async Task<SentMail> PutAsync(MailOrder order)
    {
        await using var db = office.Db();
        var put = await office.Services.GetRequiredService<Postbox>().PutAsync(db, order, office.Clock.GetUtcNow(), CancellationToken.None);
        var mail = Assert.IsType<Outcome<SentMail>.Done>(put).Value;
        await db.SaveChangesAsync();
        return mail;
    }
}
