using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Meetings.Room;

internal sealed class MinutesCopyTable : IEntityTypeConfiguration<MinutesCopy>
{
    public void Configure(EntityTypeBuilder<MinutesCopy> builder)
    {
        builder.ToTable("minutes_copies");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static copy => new { copy.MinutesId, copy.ParticipantId }).IsUnique();
    }
}
