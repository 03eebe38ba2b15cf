using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Meetings.Replies;

internal sealed class InvitationReplyTable : IEntityTypeConfiguration<InvitationReply>
{
    public void Configure(EntityTypeBuilder<InvitationReply> builder)
    {
        builder.ToTable("invitation_replies");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasIndex(static reply => reply.MeetingId);
    }
}
