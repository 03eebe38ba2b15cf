using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Certificates;

internal sealed class AllottedAmountTable : IEntityTypeConfiguration<AllottedAmount>
{
    public void Configure(EntityTypeBuilder<AllottedAmount> builder)
    {
        builder.ToTable("allotted_amounts");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static row => row.CertificateId);
    }
}
