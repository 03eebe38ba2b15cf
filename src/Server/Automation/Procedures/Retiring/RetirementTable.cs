using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Procedures.Retiring;

internal sealed class RetirementTable : IEntityTypeConfiguration<Retirement>
{
    public void Configure(EntityTypeBuilder<Retirement> builder)
    {
        builder.ToTable("retirements");
        builder.HasKey(static retirement => new { retirement.OfficeId, retirement.ProcedureKey });
    }
}
