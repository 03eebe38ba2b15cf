using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Assessments;

internal static class AssessmentSets
{
    extension(OfficeDb db)
    {
        public DbSet<Assessment> Assessments => db.Set<Assessment>();
    }
}
