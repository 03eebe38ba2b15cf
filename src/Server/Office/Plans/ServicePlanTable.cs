using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Plans;

internal sealed class ServicePlanTable : IEntityTypeConfiguration<ServicePlan>
{
    public void Configure(EntityTypeBuilder<ServicePlan> builder)
    {
        builder.ToTable("service_plans");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasMany(static row => row.Needs).WithOne().HasForeignKey(static row => row.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(static row => row.Week).WithOne().HasForeignKey(static row => row.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(static row => new { row.ClientId, row.Version }).IsUnique();
    }
}
