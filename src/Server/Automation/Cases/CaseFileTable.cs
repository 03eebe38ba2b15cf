using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Cases;

internal sealed class CaseFileTable : IEntityTypeConfiguration<CaseFile>
{
    public void Configure(EntityTypeBuilder<CaseFile> builder)
    {
        builder.ToTable("cases");
        builder.Property(static file => file.Revision).IsConcurrencyToken();
        builder.HasIndex(static file => new { file.OfficeId, file.Status, file.StartedAt, file.Id });
        builder.HasIndex(static file => new { file.OfficeId, file.StartedAt, file.Id }).HasFilter("parent_id IS NULL").HasDatabaseName("ix_cases_started");
        builder.HasIndex(static file => new { file.OfficeId, file.Subject });
        builder.HasIndex(static file => new { file.OfficeId, file.StartedBy });
        builder.HasIndex(static file => file.RootId);
    }
}
