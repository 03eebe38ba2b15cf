using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>Drafts that two people cannot overwrite, and copies of what one of them gave up.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0052_designer")]
internal sealed class S0052Designer : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("revision", "procedure_drafts", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<int>("based_on", "procedure_drafts", nullable: false, defaultValue: 0);
        migrationBuilder.CreateTable(
            "draft_copies",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                key = table.Column<string>(),
                source = table.Column<string>(),
                saved_at = table.Column<DateTimeOffset>(),
                saved_by = table.Column<Guid>(nullable: true),
                kept_at = table.Column<DateTimeOffset>(),
            },
            constraints: static table => table.PrimaryKey("pk_draft_copies", static row => row.id));
        migrationBuilder.CreateIndex("ix_draft_copies_office_id_key", "draft_copies", ["office_id", "key"]);
    }
}
