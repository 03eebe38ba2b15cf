using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Consents.Agreements;
using OfficeWorkflow.Server.Office.Consents.Witnesses;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents;

internal static class ConsentSets
{
    extension(OfficeDb db)
    {
        public DbSet<Consent> Consents => db.Set<Consent>();

        public DbSet<Witness> Witnesses => db.Set<Witness>();

        public DbSet<ElectronicAgreement> ElectronicAgreements => db.Set<ElectronicAgreement>();
    }
}
