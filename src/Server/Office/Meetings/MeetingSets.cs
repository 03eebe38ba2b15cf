using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Papers;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Office.Meetings.Replies;
using OfficeWorkflow.Server.Office.Meetings.Room;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings;

internal static class MeetingSets
{
    extension(OfficeDb db)
    {
        public DbSet<Meeting> Meetings => db.Set<Meeting>();

        /// <summary>Meetings with their dates and participants.</summary>
        public IQueryable<Meeting> WholeMeetings => db.Meetings
            .Include(static meeting => meeting.Candidates.OrderBy(static candidate => candidate.StartsAt))
            .Include(static meeting => meeting.Participants.OrderBy(static participant => participant.Place));

        public DbSet<Participant> Participants => db.Set<Participant>();

        public DbSet<MeetingPaper> MeetingPapers => db.Set<MeetingPaper>();

        public DbSet<PollAnswer> PollAnswers => db.Set<PollAnswer>();

        public DbSet<InvitationReply> InvitationReplies => db.Set<InvitationReply>();

        public DbSet<OpinionInquiry> OpinionInquiries => db.Set<OpinionInquiry>();

        public DbSet<Minutes> Minutes => db.Set<Minutes>();

        public DbSet<MinutesRemark> MinutesRemarks => db.Set<MinutesRemark>();

        public DbSet<MinutesCopy> MinutesCopies => db.Set<MinutesCopy>();

        /// <summary>Minutes with their items and attendances.</summary>
        public IQueryable<Minutes> WholeMinutes => db.Minutes
            .Include(static minutes => minutes.Items.OrderBy(static item => item.Number))
            .Include(static minutes => minutes.Attendances);
    }
}
