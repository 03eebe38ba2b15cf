using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Monitoring;

internal static class MonitoringSets
{
    extension(OfficeDb db)
    {
        public DbSet<MonitoringVisit> MonitoringVisits => db.Set<MonitoringVisit>();

        /// <summary>Visits as they stand: of each client and month the one that was arranged last, by whomever.</summary>
        public IQueryable<MonitoringVisit> StandingVisits
        {
            get
            {
                var all = db.MonitoringVisits;

                return all.Where(visit => !all.Any(later =>
                    later.OfficeId == visit.OfficeId && later.ClientId == visit.ClientId && later.Month == visit.Month && later.PlannedAt > visit.PlannedAt));
            }
        }

        public DbSet<MonitoringReport> MonitoringReports => db.Set<MonitoringReport>();
    }
}
