using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Certificates;

internal sealed class CertificateTable : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("certificates");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasMany(static row => row.Amounts).WithOne().HasForeignKey(static row => row.CertificateId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(static row => row.MonitoringMonths).WithOne().HasForeignKey(static row => row.CertificateId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(static row => new { row.ClientId, row.RecordedAt });
    }
}
