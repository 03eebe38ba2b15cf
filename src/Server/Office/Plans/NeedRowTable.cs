using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Plans;

internal sealed class NeedRowTable : IEntityTypeConfiguration<NeedRow>
{
    public void Configure(EntityTypeBuilder<NeedRow> builder)
    {
        builder.ToTable("need_rows");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static row => row.PlanId);
    }
}
