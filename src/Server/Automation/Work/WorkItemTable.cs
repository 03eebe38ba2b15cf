using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work;

internal sealed class WorkItemTable : IEntityTypeConfiguration<WorkItem>
{
    private const string Open = "ended_at IS NULL";
    private const string ByDate = "ix_work_items_open";

    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("work_items");
        builder.HasKey(static work => work.Id);
        builder.Property(static work => work.Priority).HasConversion<int>();

        // Who ends work read whose it was, and that it was open: another who was faster wins.
        builder.Property(static work => work.AssigneeId).IsConcurrencyToken();
        builder.Property(static work => work.EndedAt).IsConcurrencyToken();
        builder.HasIndex(static work => new { work.CaseId, work.EngineId }).IsUnique();

        // SQLite searches the text in the index. PostgreSQL searches the table, and counts by an index alone only where that is small beside it.
        builder.HasIndex(static work => new { work.OfficeId, work.SortAt, work.Id, work.SearchText }).HasFilter(Open).HasDatabaseName(ByDate).OnlyOn(DatabaseProvider.Sqlite);
        builder.HasIndex(static work => new { work.OfficeId, work.SortAt, work.Id }).HasFilter(Open).HasDatabaseName(ByDate).OnlyOn(DatabaseProvider.Postgres);
        builder.HasIndex(static work => work.OfficeId).HasFilter(Open).HasDatabaseName("ix_work_items_open_count").OnlyOn(DatabaseProvider.Postgres);
        builder.HasIndex(static work => new { work.OfficeId, work.AssigneeId, work.SortAt, work.Id, work.Role, work.FollowUpAt }).HasFilter(Open).HasDatabaseName("ix_work_items_open_assignee");
        builder.HasIndex(static work => new { work.OfficeId, work.Role, work.SortAt, work.Id }).HasFilter(Open).HasDatabaseName("ix_work_items_open_role");
        builder.HasIndex(static work => new { work.OfficeId, work.Subject, work.SortAt, work.Id }).HasFilter(Open).HasDatabaseName("ix_work_items_open_about");
        builder.HasIndex(static work => new { work.OfficeId, work.ProcedureKey, work.NodeId, work.SortAt, work.Id }).HasFilter(Open).HasDatabaseName("ix_work_items_open_step");
        builder.HasIndex(static work => new { work.OfficeId, work.SubjectSort, work.Id }).HasFilter(Open).HasDatabaseName("ix_work_items_open_subject");
        builder.HasIndex(static work => new { work.OfficeId, work.Priority, work.SortAt, work.Id }).HasFilter(Open).HasDatabaseName("ix_work_items_open_priority");
        builder.HasIndex(static work => work.OwnerId).HasFilter("owner_id IS NOT NULL AND " + Open).HasDatabaseName("ix_work_items_open_owner");
        builder.HasIndex(static work => new { work.AwaitedById, work.SortAt, work.Id, work.AssigneeId, work.OwnerId }).HasFilter("awaited_by_id IS NOT NULL AND " + Open).HasDatabaseName("ix_work_items_open_awaited");
        builder.HasIndex(static work => new { work.OfficeId, work.FinishedById, work.EndedAt, work.Id }).HasDatabaseName("ix_work_items_done");

        // Of ended work only: SQLite would take "not ended" for one value of it and read all open work by it, row by row.
        builder.HasIndex(static work => new { work.OfficeId, work.EndedAt, work.Id }).HasFilter("ended_at IS NOT NULL").HasDatabaseName("ix_work_items_ended");
    }
}
