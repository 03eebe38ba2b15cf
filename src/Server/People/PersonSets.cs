using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People;

internal static class PersonSets
{
    extension(OfficeDb db)
    {
        public DbSet<Person> People => db.Set<Person>();

        public DbSet<PersonRole> PersonRoles => db.Set<PersonRole>();

        public DbSet<WelcomeLink> WelcomeLinks => db.Set<WelcomeLink>();
    }
}
