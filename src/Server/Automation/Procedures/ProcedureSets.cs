using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Procedures.Releasing;
using OfficeWorkflow.Server.Automation.Procedures.Retiring;
using OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures;

internal static class ProcedureSets
{
    extension(OfficeDb db)
    {
        public DbSet<Procedure> Procedures => db.Set<Procedure>();

        public DbSet<ProcedureVersion> ProcedureVersions => db.Set<ProcedureVersion>();

        public DbSet<MessageStart> MessageStarts => db.Set<MessageStart>();

        public DbSet<SignalStart> SignalStarts => db.Set<SignalStart>();

        public DbSet<ProcedureDraft> ProcedureDrafts => db.Set<ProcedureDraft>();

        public DbSet<PublishRequest> PublishRequests => db.Set<PublishRequest>();

        public DbSet<DraftCopy> DraftCopies => db.Set<DraftCopy>();

        public DbSet<Retirement> Retirements => db.Set<Retirement>();

        public DbSet<SavedTrial> SavedTrials => db.Set<SavedTrial>();
    }
}
