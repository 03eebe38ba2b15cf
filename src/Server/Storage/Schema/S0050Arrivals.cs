using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0050_arrivals")]
internal sealed class S0050Arrivals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "arrivals",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                file_name = table.Column<string>(),
                content = table.Column<byte[]>(nullable: true),
                state = table.Column<string>(),
                brought_at = table.Column<DateTime>(),
                brought_by = table.Column<Guid>(nullable: true),
                taken_at = table.Column<DateTime>(nullable: true),
                undone_at = table.Column<DateTime>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_arrivals", static row => row.id));
        migrationBuilder.CreateIndex("ix_arrivals_office_id_brought_at", "arrivals", ["office_id", "brought_at"]);
        migrationBuilder.CreateTable(
            "arrived_rows",
            static table => new
            {
                arrival_id = table.Column<Guid>(),
                row_id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                kind = table.Column<string>(),
            },
            constraints: static table => table.PrimaryKey("pk_arrived_rows", static row => new { row.arrival_id, row.row_id }));
    }
}
