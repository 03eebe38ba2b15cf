using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Webhooks;

internal static class WebhookSets
{
    extension(OfficeDb db)
    {
        public DbSet<Webhook> Webhooks => db.Set<Webhook>();
    }
}
