using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Work.Exclusions;

internal sealed class WorkExclusionTable : IEntityTypeConfiguration<WorkExclusion>
{
    public void Configure(EntityTypeBuilder<WorkExclusion> builder)
    {
        builder.ToTable("work_exclusions");
        builder.HasKey(static exclusion => new { exclusion.WorkId, exclusion.PersonId });
        builder.HasIndex(static exclusion => exclusion.PersonId);
    }
}
