using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Procedures;

internal sealed class ProcedureTable : IEntityTypeConfiguration<Procedure>
{
    public void Configure(EntityTypeBuilder<Procedure> builder)
    {
        builder.ToTable("procedures");
        builder.HasKey(static procedure => new { procedure.OfficeId, procedure.Key });

        // Two people who publish at once would both make the same next number.
        builder.Property(static procedure => procedure.LastVersion).IsConcurrencyToken();
    }
}
