using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0051_case_notes")]
internal sealed class S0051CaseNotes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "case_notes",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(),
                written_at = table.Column<DateTime>(),
                written_by = table.Column<Guid>(),
                text = table.Column<string>(),
            },
            constraints: static table => table.PrimaryKey("pk_case_notes", static row => row.id));
        migrationBuilder.CreateIndex("ix_case_notes_case_id", "case_notes", "case_id");
        migrationBuilder.CreateTable(
            "note_documents",
            static table => new
            {
                note_id = table.Column<Guid>(),
                document_id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                position = table.Column<int>(),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_note_documents", static row => new { row.note_id, row.document_id });
                table.ForeignKey("fk_note_documents_case_notes_note_id", static row => row.note_id, "case_notes", "id", onDelete: ReferentialAction.Cascade);
            });
    }
}
