using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail;

internal static class MailSets
{
    extension(OfficeDb db)
    {
        public DbSet<MailServer> MailServers => db.Set<MailServer>();

        public DbSet<SentMail> Mails => db.Set<SentMail>();

        public DbSet<MailTemplate> MailTemplates => db.Set<MailTemplate>();
    }
}
