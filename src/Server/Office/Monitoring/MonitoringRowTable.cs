using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Monitoring;

internal sealed class MonitoringRowTable : IEntityTypeConfiguration<MonitoringRow>
{
    public void Configure(EntityTypeBuilder<MonitoringRow> builder)
    {
        builder.ToTable("monitoring_rows");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static row => row.ReportId);
    }
}
