using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Procedures;

internal sealed class SignalStartTable : IEntityTypeConfiguration<SignalStart>
{
    public void Configure(EntityTypeBuilder<SignalStart> builder)
    {
        builder.ToTable("signal_starts");
        builder.HasKey(static start => new { start.VersionId, start.NodeId });
        builder.HasIndex(static start => new { start.OfficeId, start.SignalName });
    }
}
