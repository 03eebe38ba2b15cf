using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>An operation on several work items that is sent again finds what it has done already.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0203_bulk_done")]
internal sealed class S0203BulkDone : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "bulk_done",
            static table => new
            {
                person_id = table.Column<Guid>(),
                operation = table.Column<string>(),
                work_id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                at = table.Column<DateTime>(),
            },
            constraints: static table => table.PrimaryKey("pk_bulk_done", static row => new { row.person_id, row.operation, row.work_id }));
        migrationBuilder.CreateIndex("ix_bulk_done_at", "bulk_done", "at");
    }
}
