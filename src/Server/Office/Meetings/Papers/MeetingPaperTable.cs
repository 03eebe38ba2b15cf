using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Meetings.Papers;

internal sealed class MeetingPaperTable : IEntityTypeConfiguration<MeetingPaper>
{
    public void Configure(EntityTypeBuilder<MeetingPaper> builder)
    {
        builder.ToTable("meeting_papers");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static paper => paper.MeetingId);
    }
}
