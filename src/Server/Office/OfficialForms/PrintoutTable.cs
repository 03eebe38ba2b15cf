using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.OfficialForms;

internal sealed class PrintoutTable : IEntityTypeConfiguration<Printout>
{
    public void Configure(EntityTypeBuilder<Printout> builder)
    {
        builder.ToTable("printouts");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static row => new { row.Kind, row.TargetId }).IsUnique();
    }
}
