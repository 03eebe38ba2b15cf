using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.People.LostPasswords;

internal sealed class LostPasswordTable : IEntityTypeConfiguration<LostPassword>
{
    public void Configure(EntityTypeBuilder<LostPassword> builder)
    {
        builder.ToTable("lost_passwords");
        builder.HasKey(static row => row.Id);
        builder.HasIndex(static row => row.HandledAt);
        builder.HasIndex(static row => new { row.MailKey, row.AskedAt });
        builder.Property(static row => row.HandledAt).IsConcurrencyToken();
    }
}
