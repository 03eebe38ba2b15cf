using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Decisions;

internal sealed class BenefitDecisionTable : IEntityTypeConfiguration<BenefitDecision>
{
    public void Configure(EntityTypeBuilder<BenefitDecision> builder)
    {
        builder.ToTable("benefit_decisions");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static row => row.ClientId);
    }
}
