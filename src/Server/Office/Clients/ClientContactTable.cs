using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Clients;

internal sealed class ClientContactTable : IEntityTypeConfiguration<ClientContact>
{
    public void Configure(EntityTypeBuilder<ClientContact> builder)
    {
        builder.ToTable("client_contacts");
        builder.HasKey(static row => row.Id);
        builder.Property(static row => row.Id).ValueGeneratedNever();
        builder.HasOne<Client>().WithMany().HasForeignKey(static row => row.ClientId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(static row => new { row.ClientId, row.ContactId }).IsUnique();
    }
}
