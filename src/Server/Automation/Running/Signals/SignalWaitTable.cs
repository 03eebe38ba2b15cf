using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Running.Signals;

internal sealed class SignalWaitTable : IEntityTypeConfiguration<SignalWait>
{
    public void Configure(EntityTypeBuilder<SignalWait> builder)
    {
        builder.ToTable("signal_waits");
        builder.HasIndex(static wait => new { wait.OfficeId, wait.SignalName });
        builder.HasIndex(static wait => new { wait.CaseId, wait.HearingId }).IsUnique();
    }
}
