using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Jobs;

internal sealed class JobStateTable : IEntityTypeConfiguration<JobState>
{
    public void Configure(EntityTypeBuilder<JobState> builder)
    {
        builder.ToTable("calendar_jobs");
        builder.HasKey(static state => state.Job);
        builder.Property(static state => state.NextDueAt).IsConcurrencyToken();
    }
}
