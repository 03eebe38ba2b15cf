using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Clients;

internal sealed class FamilyMemberTable : IEntityTypeConfiguration<FamilyMember>
{
    public void Configure(EntityTypeBuilder<FamilyMember> builder)
    {
        builder.ToTable("family_members");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasOne<Client>().WithMany().HasForeignKey(static row => row.ClientId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(static row => row.ClientId);
    }
}
