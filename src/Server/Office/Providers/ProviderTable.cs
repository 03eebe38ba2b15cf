using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Providers;

internal sealed class ProviderTable : IEntityTypeConfiguration<Provider>
{
    public void Configure(EntityTypeBuilder<Provider> builder)
    {
        builder.ToTable("providers");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.Ignore(static row => row.InCharge);
        builder.HasMany(static row => row.Offerings).WithOne().HasForeignKey(static row => row.ProviderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(static row => row.Contacts).WithOne().HasForeignKey(static row => row.ProviderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(static row => new { row.OfficeId, row.Number }).IsUnique();
    }
}
