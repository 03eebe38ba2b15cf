using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Work;

internal sealed class FormDraftTable : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> builder)
    {
        builder.ToTable("form_drafts");
        builder.HasKey(static draft => new { draft.WorkId, draft.PersonId });
        builder.Property(static draft => draft.Revision).IsConcurrencyToken();
    }
}
