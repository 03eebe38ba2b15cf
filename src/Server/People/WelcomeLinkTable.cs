using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.People;

internal sealed class WelcomeLinkTable : IEntityTypeConfiguration<WelcomeLink>
{
    public void Configure(EntityTypeBuilder<WelcomeLink> builder)
    {
        builder.ToTable("welcome_links");
        builder.HasKey(static link => link.Id);
        builder.HasIndex(static link => link.PersonId);
        builder.HasIndex(static link => link.SecretHash).IsUnique();
        builder.Property(static link => link.UsedAt).IsConcurrencyToken();
    }
}
