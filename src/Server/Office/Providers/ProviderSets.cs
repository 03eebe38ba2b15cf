using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Providers;

internal static class ProviderSets
{
    extension(OfficeDb db)
    {
        public DbSet<Provider> Providers => db.Set<Provider>();

        public DbSet<Offering> Offerings => db.Set<Offering>();

        public DbSet<ServiceContact> ServiceContacts => db.Set<ServiceContact>();

        public DbSet<Contact> Contacts => db.Set<Contact>();

        /// <summary>Providers with what they offer and who is there.</summary>
        public IQueryable<Provider> WholeProviders => db.Providers
            .Include(provider => provider.Offerings)
            .Include(provider => provider.Contacts.OrderBy(row => row.Job).ThenBy(row => row.Name))
            .AsSplitQuery();
    }
}
