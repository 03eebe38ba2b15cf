using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Channels.Mail.Collecting;

internal sealed class IncomingServerTable : IEntityTypeConfiguration<IncomingServer>
{
    public void Configure(EntityTypeBuilder<IncomingServer> builder)
    {
        builder.ToTable("incoming_servers");
        builder.HasKey(static server => server.OfficeId);
    }
}
