using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Arriving;

internal sealed class ArrivedRowTable : IEntityTypeConfiguration<ArrivedRow>
{
    public void Configure(EntityTypeBuilder<ArrivedRow> builder)
    {
        builder.ToTable("arrived_rows");
        builder.HasKey(static row => new { row.ArrivalId, row.RowId });
    }
}
