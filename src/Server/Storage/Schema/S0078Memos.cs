using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0078_memos")]
internal sealed class S0078Memos : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "memos",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                heading = table.Column<string>(),
                caller = table.Column<string>(),
                text = table.Column<string>(),
                written_by = table.Column<Guid>(),
                written_at = table.Column<DateTime>(),
                due_on = table.Column<DateOnly>(nullable: true),
                assignee_id = table.Column<Guid>(nullable: true),
                done_at = table.Column<DateTime>(nullable: true),
                done_by = table.Column<Guid>(nullable: true),
                case_id = table.Column<Guid>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_memos", static row => row.id));
        migrationBuilder.CreateIndex("ix_memos_office_id_done_at_written_at", "memos", ["office_id", "done_at", "written_at"]);
        migrationBuilder.CreateIndex("ix_memos_case_id", "memos", "case_id");
    }
}
