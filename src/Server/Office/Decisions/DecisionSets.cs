using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Decisions;

internal static class DecisionSets
{
    extension(OfficeDb db)
    {
        public DbSet<BenefitDecision> Decisions => db.Set<BenefitDecision>();
    }
}
