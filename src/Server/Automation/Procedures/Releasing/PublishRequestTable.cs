using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Procedures.Releasing;

internal sealed class PublishRequestTable : IEntityTypeConfiguration<PublishRequest>
{
    public void Configure(EntityTypeBuilder<PublishRequest> builder)
    {
        builder.ToTable("publish_requests");
        builder.HasKey(static request => request.Id);

        // Two who decide at once: one does, the other reads what was decided.
        builder.Property(static request => request.State).IsConcurrencyToken();
        builder.HasIndex(static request => new { request.OfficeId, request.Key, request.State });
    }
}
