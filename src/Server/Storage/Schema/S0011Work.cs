using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0011_work")]
internal sealed class S0011Work : Migration
{
    private const string Open = "ended_at IS NULL";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateItems(migrationBuilder);
        migrationBuilder.CreateTable(
            "work_moves",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(),
                work_id = table.Column<Guid>(),
                kind = table.Column<string>(),
                by_id = table.Column<Guid>(),
                at = table.Column<DateTime>(),
                from_id = table.Column<Guid>(nullable: true),
                to_id = table.Column<Guid>(nullable: true),
                reason = table.Column<string>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_work_moves", static row => row.id));
        migrationBuilder.CreateIndex("ix_work_moves_case_id", "work_moves", "case_id");
        migrationBuilder.CreateIndex("ix_work_moves_work_id", "work_moves", "work_id");

        migrationBuilder.CreateTable(
            "form_drafts",
            static table => new
            {
                work_id = table.Column<Guid>(),
                person_id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                typed = table.Column<string>(),
                saved_at = table.Column<DateTime>(),
                revision = table.Column<int>(),
            },
            constraints: static table => table.PrimaryKey("pk_form_drafts", static row => new { row.work_id, row.person_id }));
    }

    private static void CreateItems(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "work_items",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(),
                engine_id = table.Column<string>(),
                node_id = table.Column<string>(),
                name = table.Column<string>(),
                role = table.Column<string>(nullable: true),
                is_manual = table.Column<bool>(),
                form = table.Column<string>(nullable: true),
                about = table.Column<string>(),
                search_text = table.Column<string>(),
                inputs = table.Column<string>(),
                opened_at = table.Column<DateTime>(),
                due_at = table.Column<DateTime>(nullable: true),
                sort_at = table.Column<DateTime>(),
                assignee_id = table.Column<Guid>(nullable: true),
                assigned_at = table.Column<DateTime>(nullable: true),
                ended_at = table.Column<DateTime>(nullable: true),
                end = table.Column<string>(nullable: true),
                finished_by_id = table.Column<Guid>(nullable: true),
                finish_operation = table.Column<string>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_work_items", static row => row.id));
        migrationBuilder.CreateIndex("ix_work_items_case_id_engine_id", "work_items", ["case_id", "engine_id"], unique: true);
        migrationBuilder.CreateIndex("ix_work_items_open", "work_items", ["office_id", "sort_at", "id"], filter: Open);
        migrationBuilder.CreateIndex("ix_work_items_open_assignee", "work_items", ["office_id", "assignee_id", "sort_at", "id"], filter: Open);
        migrationBuilder.CreateIndex("ix_work_items_open_role", "work_items", ["office_id", "role", "sort_at", "id"], filter: Open);
        migrationBuilder.CreateIndex("ix_work_items_office_id_ended_at_id", "work_items", ["office_id", "ended_at", "id"]);
    }
}
