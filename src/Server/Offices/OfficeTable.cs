using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Offices;

internal sealed class OfficeTable : IEntityTypeConfiguration<OfficeFile>
{
    public void Configure(EntityTypeBuilder<OfficeFile> builder)
    {
        builder.ToTable("offices");
        builder.HasKey(static office => office.Id);
        builder.Property(static office => office.NeedsApproval).HasDefaultValue(false);
    }
}
