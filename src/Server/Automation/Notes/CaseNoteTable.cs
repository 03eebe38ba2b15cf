using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Notes;

internal sealed class CaseNoteTable : IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.ToTable("case_notes");
        builder.HasKey(static note => note.Id);
        builder.Property(static note => note.Id).ValueGeneratedNever();
        builder.HasIndex(static note => note.CaseId);
        builder.HasMany(static note => note.Documents).WithOne().HasForeignKey(static document => document.NoteId);
    }
}
