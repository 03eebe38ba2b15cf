using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Meetings.Records;

internal sealed class MinutesTable : IEntityTypeConfiguration<Minutes>
{
    public void Configure(EntityTypeBuilder<Minutes> builder)
    {
        builder.ToTable("minutes");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.Property(static minutes => minutes.ConfirmedAt).IsConcurrencyToken();
        builder.HasIndex(static minutes => new { minutes.MeetingId, minutes.Version }).IsUnique();
        builder.HasMany(static minutes => minutes.Items).WithOne().HasForeignKey(static item => item.MinutesId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(static minutes => minutes.Attendances).WithOne().HasForeignKey(static attendance => attendance.MinutesId).OnDelete(DeleteBehavior.Cascade);
    }
}
