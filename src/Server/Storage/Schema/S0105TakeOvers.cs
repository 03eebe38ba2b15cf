using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0105_take_overs")]
internal sealed class S0105TakeOvers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "taken_over_steps",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(),
                subject = table.Column<string>(),
                node_id = table.Column<string>(),
                name = table.Column<string>(),
                what = table.Column<string>(),
                given = table.Column<string>(),
                done_on = table.Column<DateOnly>(),
                source = table.Column<string>(),
                document_id = table.Column<Guid>(nullable: true),
                is_checked = table.Column<bool>(),
                about = table.Column<string>(nullable: true),
                taken_at = table.Column<DateTime>(),
                taken_by = table.Column<Guid>(),
            },
            constraints: static table => table.PrimaryKey("pk_taken_over_steps", static row => row.id));
        migrationBuilder.CreateIndex("ix_taken_over_steps_case_id", "taken_over_steps", "case_id");
        migrationBuilder.CreateIndex("ix_taken_over_steps_office_id_subject", "taken_over_steps", ["office_id", "subject"]);
    }
}
