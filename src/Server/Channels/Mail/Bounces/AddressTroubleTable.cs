using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Channels.Mail.Bounces;

internal sealed class AddressTroubleTable : IEntityTypeConfiguration<AddressTrouble>
{
    public void Configure(EntityTypeBuilder<AddressTrouble> builder)
    {
        builder.ToTable("address_troubles");
        builder.HasKey(static row => new { row.OfficeId, row.AddressKey });
    }
}
