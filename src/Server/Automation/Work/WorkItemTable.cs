using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Work;

internal sealed class WorkItemTable : IEntityTypeConfiguration<WorkItem>
{
    private const string Open = "ended_at IS NULL";

    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("work_items");
        builder.HasKey(static work => work.Id);
        builder.HasIndex(static work => new { work.CaseId, work.EngineId }).IsUnique();
        builder.HasIndex(static work => new { work.OfficeId, work.SortAt, work.Id }).HasFilter(Open).HasDatabaseName("ix_work_items_open");
        builder.HasIndex(static work => new { work.OfficeId, work.AssigneeId, work.SortAt, work.Id }).HasFilter(Open).HasDatabaseName("ix_work_items_open_assignee");
        builder.HasIndex(static work => new { work.OfficeId, work.Role, work.SortAt, work.Id }).HasFilter(Open).HasDatabaseName("ix_work_items_open_role");
        builder.HasIndex(static work => new { work.OfficeId, work.EndedAt, work.Id });
    }
}
