using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Contracts;

internal sealed class ContractReportTable : IEntityTypeConfiguration<ContractReport>
{
    public void Configure(EntityTypeBuilder<ContractReport> builder)
    {
        builder.ToTable("contract_reports");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static row => row.ClientId);
    }
}
