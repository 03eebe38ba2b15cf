using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Certificates;

internal sealed class MonitoringMonthTable : IEntityTypeConfiguration<MonitoringMonth>
{
    public void Configure(EntityTypeBuilder<MonitoringMonth> builder)
    {
        builder.ToTable("monitoring_months");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static row => row.CertificateId);
        builder.HasIndex(static row => new { row.OfficeId, row.Month });
    }
}
