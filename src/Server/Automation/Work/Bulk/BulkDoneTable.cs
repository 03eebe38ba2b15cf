using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Work.Bulk;

internal sealed class BulkDoneTable : IEntityTypeConfiguration<BulkDone>
{
    public void Configure(EntityTypeBuilder<BulkDone> builder)
    {
        builder.ToTable("bulk_done");
        builder.HasKey(static done => new { done.PersonId, done.Operation, done.WorkId });
        builder.HasIndex(static done => done.At);
    }
}
