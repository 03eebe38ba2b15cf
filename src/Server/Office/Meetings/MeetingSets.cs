using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings;

internal static class MeetingSets
{
    extension(OfficeDb db)
    {
        public DbSet<Meeting> Meetings => db.Set<Meeting>();

        public DbSet<Participant> Participants => db.Set<Participant>();

        public DbSet<PollAnswer> PollAnswers => db.Set<PollAnswer>();

        public DbSet<OpinionInquiry> OpinionInquiries => db.Set<OpinionInquiry>();

        public DbSet<Minutes> Minutes => db.Set<Minutes>();
    }
}
