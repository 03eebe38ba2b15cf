using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.People;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.HasKey(static person => person.Id);
        builder.HasIndex(static person => person.MailKey).IsUnique();
        builder.Property(static person => person.SecurityStamp).IsConcurrencyToken();
    }
}
