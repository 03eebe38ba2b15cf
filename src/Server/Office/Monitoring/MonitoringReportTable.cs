using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Monitoring;

internal sealed class MonitoringReportTable : IEntityTypeConfiguration<MonitoringReport>
{
    public void Configure(EntityTypeBuilder<MonitoringReport> builder)
    {
        builder.ToTable("monitoring_reports");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static report => new { report.OfficeId, report.ClientId, report.Month });
        builder.HasMany(static report => report.Rows).WithOne().HasForeignKey(static row => row.ReportId).OnDelete(DeleteBehavior.Cascade);
    }
}
