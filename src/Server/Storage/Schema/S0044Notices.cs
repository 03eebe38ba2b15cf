using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0044_notices")]
internal sealed class S0044Notices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "notices",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                kind = table.Column<string>(),
                client_id = table.Column<Guid>(),
                on = table.Column<DateOnly>(),
                made_at = table.Column<DateTimeOffset>(),
                ended_at = table.Column<DateTimeOffset>(nullable: true),
                ended_by = table.Column<Guid>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_notices", static row => row.id));
        migrationBuilder.CreateIndex("ix_notices_office_id_kind_client_id_on", "notices", ["office_id", "kind", "client_id", "on"], unique: true);
    }
}
