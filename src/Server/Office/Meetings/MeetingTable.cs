using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Meetings;

internal sealed class MeetingTable : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("meetings");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static meeting => new { meeting.OfficeId, meeting.ClientId });
        builder.HasIndex(static meeting => meeting.CaseId);

        // Each change that calendars are told of raises the one, each choice of a date changes the other: of two at once the later one fails.
        builder.Property(static meeting => meeting.Sequence).IsConcurrencyToken();
        builder.Property(static meeting => meeting.ChosenCandidateId).IsConcurrencyToken();
        builder.Ignore(static meeting => meeting.Offered);
        builder.HasMany(static meeting => meeting.Candidates).WithOne().HasForeignKey(static candidate => candidate.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(static meeting => meeting.Participants).WithOne().HasForeignKey(static participant => participant.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}
