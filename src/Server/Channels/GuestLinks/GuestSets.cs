using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

internal static class GuestSets
{
    extension(OfficeDb db)
    {
        public DbSet<GuestLink> GuestLinks => db.Set<GuestLink>();
    }
}
