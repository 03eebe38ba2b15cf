using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

internal sealed class GuestLinkTable : IEntityTypeConfiguration<GuestLink>
{
    public void Configure(EntityTypeBuilder<GuestLink> builder)
    {
        builder.ToTable("guest_links");
        builder.HasIndex(static link => new { link.OfficeId, link.Purpose, link.TargetId });
        // Two uses at one moment: one wins.
        builder.Property(static link => link.UsedAt).IsConcurrencyToken();
    }
}
