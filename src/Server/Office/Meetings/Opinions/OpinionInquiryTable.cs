using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Meetings.Opinions;

internal sealed class OpinionInquiryTable : IEntityTypeConfiguration<OpinionInquiry>
{
    public void Configure(EntityTypeBuilder<OpinionInquiry> builder)
    {
        builder.ToTable("opinion_inquiries");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static inquiry => inquiry.MeetingId);
        builder.HasIndex(static inquiry => inquiry.ParticipantId).IsUnique();
    }
}
