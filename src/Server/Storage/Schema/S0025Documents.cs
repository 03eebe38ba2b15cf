using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0025_documents")]
internal sealed class S0025Documents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "documents",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                subject = table.Column<string>(nullable: true),
                name = table.Column<string>(),
                media_type = table.Column<string>(),
                size = table.Column<long>(),
                sha256 = table.Column<string>(),
                kept_at = table.Column<DateTime>(),
                kept_by = table.Column<Guid>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_documents", static row => row.id));
        migrationBuilder.CreateIndex("ix_documents_office_id_subject", "documents", ["office_id", "subject"]);

        migrationBuilder.CreateTable(
            "document_contents",
            static table => new
            {
                document_id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                bytes = table.Column<byte[]>(),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_document_contents", static row => row.document_id);
                table.ForeignKey(
                    "fk_document_contents_documents_document_id",
                    static row => row.document_id,
                    "documents",
                    "id",
                    onDelete: ReferentialAction.Cascade);
            });
    }
}
