using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Certificates;

internal static class CertificateSets
{
    extension(OfficeDb db)
    {
        public DbSet<ServiceKind> ServiceKinds => db.Set<ServiceKind>();

        public DbSet<Certificate> Certificates => db.Set<Certificate>();

        public DbSet<AllottedAmount> AllottedAmounts => db.Set<AllottedAmount>();

        public DbSet<MonitoringMonth> MonitoringMonths => db.Set<MonitoringMonth>();

        /// <summary>Certificates with amounts and months in order.</summary>
        public IQueryable<Certificate> WholeCertificates => db.Certificates
            .Include(certificate => certificate.Amounts.OrderBy(row => row.Position))
            .Include(certificate => certificate.MonitoringMonths.OrderBy(row => row.Month))
            .AsSplitQuery();
    }
}
