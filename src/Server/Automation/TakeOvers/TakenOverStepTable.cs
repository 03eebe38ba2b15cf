using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.TakeOvers;

internal sealed class TakenOverStepTable : IEntityTypeConfiguration<TakenOverStep>
{
    public void Configure(EntityTypeBuilder<TakenOverStep> builder)
    {
        builder.ToTable("taken_over_steps");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static row => row.CaseId);
        builder.HasIndex(static row => new { row.OfficeId, row.Subject });
    }
}
