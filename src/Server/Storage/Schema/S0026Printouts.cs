using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0026_printouts")]
internal sealed class S0026Printouts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "printouts",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                kind = table.Column<string>(),
                target_id = table.Column<Guid>(),
                document_id = table.Column<Guid>(),
            },
            constraints: static table => table.PrimaryKey("pk_printouts", static row => row.id));
        migrationBuilder.CreateIndex("ix_printouts_kind_target_id", "printouts", ["kind", "target_id"], unique: true);
    }
}
