using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Jobs;

internal sealed class JobRunTable : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("calendar_runs");
        builder.HasKey(static run => new { run.Job, run.DueAt });
        builder.HasIndex(static run => run.EndedAt);
        builder.Property(static run => run.Fence).IsConcurrencyToken();
    }
}
