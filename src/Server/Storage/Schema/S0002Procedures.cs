using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0002_procedures")]
internal sealed class S0002Procedures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Procedures(migrationBuilder);
        ProcedureVersions(migrationBuilder);
        ProcedureDrafts(migrationBuilder);
        MessageStarts(migrationBuilder);
    }

    private static void Procedures(MigrationBuilder steps)
    {
        steps.CreateTable(
            "procedures",
            static table => new
            {
                office_id = table.Column<Guid>(),
                key = table.Column<string>(),
                name = table.Column<string>(),
                description = table.Column<string>(),
                last_version = table.Column<int>(),
            },
            constraints: static table => table.PrimaryKey("pk_procedures", static row => new { row.office_id, row.key }));
    }

    private static void ProcedureVersions(MigrationBuilder steps)
    {
        steps.CreateTable(
            "procedure_versions",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                key = table.Column<string>(),
                number = table.Column<int>(),
                source = table.Column<string>(),
                note = table.Column<string>(),
                starts_on = table.Column<DateOnly>(),
                published_at = table.Column<DateTimeOffset>(),
                published_by = table.Column<Guid>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_procedure_versions", static row => row.id));
        steps.CreateIndex("ix_procedure_versions_office_id_key_number", "procedure_versions", ["office_id", "key", "number"], unique: true);
    }

    private static void ProcedureDrafts(MigrationBuilder steps)
    {
        steps.CreateTable(
            "procedure_drafts",
            static table => new
            {
                office_id = table.Column<Guid>(),
                key = table.Column<string>(),
                source = table.Column<string>(),
                changed_at = table.Column<DateTimeOffset>(),
                changed_by = table.Column<Guid>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_procedure_drafts", static row => new { row.office_id, row.key }));
    }

    private static void MessageStarts(MigrationBuilder steps)
    {
        steps.CreateTable(
            "message_starts",
            static table => new
            {
                version_id = table.Column<Guid>(),
                node_id = table.Column<string>(),
                office_id = table.Column<Guid>(),
                procedure_key = table.Column<string>(),
                message_name = table.Column<string>(),
            },
            constraints: static table => table.PrimaryKey("pk_message_starts", static row => new { row.version_id, row.node_id }));
        steps.CreateIndex("ix_message_starts_office_id_message_name", "message_starts", ["office_id", "message_name"]);
    }
}
