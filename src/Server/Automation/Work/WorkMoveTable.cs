using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Work;

internal sealed class WorkMoveTable : IEntityTypeConfiguration<WorkMove>
{
    public void Configure(EntityTypeBuilder<WorkMove> builder)
    {
        builder.ToTable("work_moves");
        builder.HasKey(static move => move.Id);
        builder.HasIndex(static move => move.CaseId);
        builder.HasIndex(static move => move.WorkId);
    }
}
