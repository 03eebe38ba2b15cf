using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

internal sealed class MoveBatchTable : IEntityTypeConfiguration<MoveBatch>
{
    public void Configure(EntityTypeBuilder<MoveBatch> builder)
    {
        builder.ToTable("move_batches");
        builder.HasKey(static batch => batch.Id);
        builder.HasIndex(static batch => new { batch.OfficeId, batch.Key });
    }
}
