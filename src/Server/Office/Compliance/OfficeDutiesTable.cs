using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Compliance;

internal sealed class OfficeDutiesTable : IEntityTypeConfiguration<OfficeDuties>
{
    public void Configure(EntityTypeBuilder<OfficeDuties> builder)
    {
        builder.ToTable("office_duties");
        builder.HasKey(static duties => duties.OfficeId);
        builder.Ignore(static duties => duties.Settings);
    }
}
