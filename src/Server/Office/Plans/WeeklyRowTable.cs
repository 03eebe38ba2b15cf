using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Plans;

internal sealed class WeeklyRowTable : IEntityTypeConfiguration<WeeklyRow>
{
    public void Configure(EntityTypeBuilder<WeeklyRow> builder)
    {
        builder.ToTable("weekly_rows");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static row => row.PlanId);
    }
}
