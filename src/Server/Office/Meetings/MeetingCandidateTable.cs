using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Meetings;

internal sealed class MeetingCandidateTable : IEntityTypeConfiguration<MeetingCandidate>
{
    public void Configure(EntityTypeBuilder<MeetingCandidate> builder)
    {
        builder.ToTable("meeting_candidates");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static candidate => candidate.MeetingId);
    }
}
