using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Plans;

internal static class PlanSets
{
    extension(OfficeDb db)
    {
        public DbSet<ServicePlan> Plans => db.Set<ServicePlan>();

        public DbSet<NeedRow> NeedRows => db.Set<NeedRow>();

        public DbSet<WeeklyRow> WeeklyRows => db.Set<WeeklyRow>();

        /// <summary>Versions with their rows in order.</summary>
        public IQueryable<ServicePlan> WholePlans => db.Plans
            .Include(plan => plan.Needs.OrderBy(row => row.Rank))
            .Include(plan => plan.Week.OrderBy(row => row.Start))
            .AsSplitQuery();
    }
}
