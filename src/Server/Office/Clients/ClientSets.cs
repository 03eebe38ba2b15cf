using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Clients;

internal static class ClientSets
{
    extension(OfficeDb db)
    {
        public DbSet<Client> Clients => db.Set<Client>();

        public DbSet<FamilyMember> FamilyMembers => db.Set<FamilyMember>();

        public DbSet<Municipality> Municipalities => db.Set<Municipality>();

        public DbSet<ClientContact> ClientContacts => db.Set<ClientContact>();
    }
}
