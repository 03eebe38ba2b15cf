using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Contracts;

internal sealed class PlanRequestTable : IEntityTypeConfiguration<PlanRequest>
{
    public void Configure(EntityTypeBuilder<PlanRequest> builder)
    {
        builder.ToTable("plan_requests");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static row => row.ClientId);
    }
}
