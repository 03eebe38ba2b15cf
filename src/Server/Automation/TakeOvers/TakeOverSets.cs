using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.TakeOvers;

internal static class TakeOverSets
{
    extension(OfficeDb db)
    {
        public DbSet<TakenOverStep> TakenOverSteps => db.Set<TakenOverStep>();
    }
}
