using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Consents.Agreements;

internal sealed class ElectronicAgreementTable : IEntityTypeConfiguration<ElectronicAgreement>
{
    public void Configure(EntityTypeBuilder<ElectronicAgreement> builder)
    {
        builder.ToTable("electronic_agreements");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static agreement => new { agreement.OfficeId, agreement.ClientId });
    }
}
