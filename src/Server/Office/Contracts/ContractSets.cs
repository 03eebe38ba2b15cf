using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Contracts;

internal static class ContractSets
{
    extension(OfficeDb db)
    {
        public DbSet<Contract> Contracts => db.Set<Contract>();

        public DbSet<ContractReport> ContractReports => db.Set<ContractReport>();

        public DbSet<InfoProvision> InfoProvisions => db.Set<InfoProvision>();

        public DbSet<PlanRequest> PlanRequests => db.Set<PlanRequest>();
    }
}
