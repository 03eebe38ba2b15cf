using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Work.Filters;

internal sealed class SavedFilterTable : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> builder)
    {
        builder.ToTable("saved_filters");
        builder.HasKey(static filter => filter.Id);
        builder.Property(static filter => filter.Id).ValueGeneratedNever();
        builder.HasIndex(static filter => new { filter.OfficeId, filter.PersonId });
    }
}
