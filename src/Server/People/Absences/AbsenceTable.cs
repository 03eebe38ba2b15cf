using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.People.Absences;

internal sealed class AbsenceTable : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("absences");
        builder.HasKey(static absence => absence.Id);
        builder.Property(static absence => absence.Id).ValueGeneratedNever();
        builder.HasIndex(static absence => new { absence.OfficeId, absence.SubstituteId });
        builder.HasIndex(static absence => new { absence.OfficeId, absence.PersonId });
    }
}
