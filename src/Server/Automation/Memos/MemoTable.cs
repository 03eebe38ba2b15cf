using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Memos;

internal sealed class MemoTable : IEntityTypeConfiguration<Memo>
{
    public void Configure(EntityTypeBuilder<Memo> builder)
    {
        builder.ToTable("memos");
        builder.HasKey(static memo => memo.Id);
        builder.HasIndex(static memo => new { memo.OfficeId, memo.DoneAt, memo.WrittenAt });
        builder.HasIndex(static memo => memo.CaseId);
    }
}
