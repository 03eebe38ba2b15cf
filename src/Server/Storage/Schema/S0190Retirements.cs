using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0190_retirements")]
internal sealed class S0190Retirements : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "retirements",
            static table => new
            {
                office_id = table.Column<Guid>(),
                procedure_key = table.Column<string>(),
                at = table.Column<DateTime>(),
                by = table.Column<Guid>(),
                reason = table.Column<string>(),
            },
            constraints: static table => table.PrimaryKey("pk_retirements", static row => new { row.office_id, row.procedure_key }));
}
