using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail.Bounces;
using OfficeWorkflow.Server.Channels.Mail.Collecting;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail;

internal static class MailSets
{
    extension(OfficeDb db)
    {
        public DbSet<MailServer> MailServers => db.Set<MailServer>();

        public DbSet<AddressTrouble> AddressTroubles => db.Set<AddressTrouble>();

        public DbSet<MailPause> MailPauses => db.Set<MailPause>();

        public DbSet<SentMail> Mails => db.Set<SentMail>();

        public DbSet<ReceivedMail> ReceivedMails => db.Set<ReceivedMail>();

        public DbSet<IncomingServer> IncomingServers => db.Set<IncomingServer>();

        public DbSet<CollectedMail> CollectedMails => db.Set<CollectedMail>();

        public DbSet<MailTemplate> MailTemplates => db.Set<MailTemplate>();
    }
}
