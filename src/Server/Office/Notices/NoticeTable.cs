using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Office.Notices;

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.HasKey(static notice => notice.Id);
        builder.HasIndex(static notice => new { notice.OfficeId, notice.Kind, notice.ClientId, notice.On }).IsUnique();
    }
}
