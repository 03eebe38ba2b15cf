using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Contracts;

internal sealed class InfoProvisionTable : IEntityTypeConfiguration<InfoProvision>
{
    public void Configure(EntityTypeBuilder<InfoProvision> builder)
    {
        builder.ToTable("info_provisions");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static row => row.ClientId);
    }
}
