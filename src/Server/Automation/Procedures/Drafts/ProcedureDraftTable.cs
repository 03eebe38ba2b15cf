using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

internal sealed class ProcedureDraftTable : IEntityTypeConfiguration<ProcedureDraft>
{
    public void Configure(EntityTypeBuilder<ProcedureDraft> builder)
    {
        builder.ToTable("procedure_drafts");
        builder.HasKey(static draft => new { draft.OfficeId, draft.Key });
        builder.Property(static draft => draft.Revision).IsConcurrencyToken().HasDefaultValue(0);
        builder.Property(static draft => draft.Authors).HasDefaultValue("");
        builder.Property(static draft => draft.BasedOn).HasDefaultValue(0);
    }
}
