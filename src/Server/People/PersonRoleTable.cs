using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.People;

internal sealed class PersonRoleTable : IEntityTypeConfiguration<PersonRole>
{
    public void Configure(EntityTypeBuilder<PersonRole> builder)
    {
        builder.ToTable("person_roles");
        builder.HasKey(static role => new { role.OfficeId, role.PersonId, role.Role });
        builder.HasIndex(static role => role.PersonId);
    }
}
