using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Meetings.Room;

internal sealed class MinutesRemarkTable : IEntityTypeConfiguration<MinutesRemark>
{
    public void Configure(EntityTypeBuilder<MinutesRemark> builder)
    {
        builder.ToTable("minutes_remarks");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static remark => remark.MinutesId);
    }
}
