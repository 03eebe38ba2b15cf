using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

internal sealed class MailTemplateTable : IEntityTypeConfiguration<MailTemplate>
{
    public void Configure(EntityTypeBuilder<MailTemplate> builder)
    {
        builder.ToTable("mail_templates");
        builder.HasIndex(static template => new { template.OfficeId, template.Key, template.Version }).IsUnique();
        builder.Ignore(static template => template.Wording);
    }
}
