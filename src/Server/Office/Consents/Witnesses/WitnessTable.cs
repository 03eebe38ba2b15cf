using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Consents.Witnesses;

internal sealed class WitnessTable : IEntityTypeConfiguration<Witness>
{
    public void Configure(EntityTypeBuilder<Witness> builder)
    {
        builder.ToTable("consent_witnesses");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.Property(static row => row.ConfirmedAt).IsConcurrencyToken();
        builder.HasIndex(static witness => witness.ConsentId);
    }
}
