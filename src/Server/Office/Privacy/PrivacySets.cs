using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Privacy;

internal static class PrivacySets
{
    extension(OfficeDb db)
    {
        public DbSet<PrivacyConsent> PrivacyConsents => db.Set<PrivacyConsent>();
    }
}
