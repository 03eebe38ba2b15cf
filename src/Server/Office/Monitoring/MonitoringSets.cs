using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Monitoring;

internal static class MonitoringSets
{
    extension(OfficeDb db)
    {
        public DbSet<MonitoringVisit> MonitoringVisits => db.Set<MonitoringVisit>();

        public DbSet<MonitoringReport> MonitoringReports => db.Set<MonitoringReport>();
    }
}
