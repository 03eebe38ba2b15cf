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

        /// <summary>A client's family today, whom the office calls first in front.</summary>
        public IQueryable<FamilyMember> FamilyOf(Guid clientId) => db.FamilyMembers
            .Where(member => member.ClientId == clientId && member.LeftOn == null)
            .OrderByDescending(member => member.IsKeyPerson)
            .ThenBy(member => member.BirthOn)
            .ThenBy(member => member.Name);
    }
}
