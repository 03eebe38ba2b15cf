using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Incidents;

internal static class IncidentSets
{
    extension(OfficeDb db)
    {
        public DbSet<Incident> Incidents => db.Set<Incident>();
    }
}
