using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Running.Timers;

internal sealed class TimerTable : IEntityTypeConfiguration<TimerEntry>
{
    public void Configure(EntityTypeBuilder<TimerEntry> builder)
    {
        builder.ToTable("timers");
        builder.Property(static timer => timer.Fence).IsConcurrencyToken();
        builder.Property(static timer => timer.State).IsConcurrencyToken();
        builder.HasIndex(static timer => new { timer.State, timer.DueAt });
        builder.HasIndex(static timer => new { timer.CaseId, timer.TimerId }).IsUnique();
        builder.HasIndex(static timer => new { timer.OfficeId, timer.DueAt, timer.Id });
    }
}
