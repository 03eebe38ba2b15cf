using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0021_guest_links")]
internal sealed class S0021GuestLinks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "guest_links",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                purpose = table.Column<string>(),
                target_id = table.Column<string>(),
                person_label = table.Column<string>(),
                secret_hash = table.Column<string>(),
                made_at = table.Column<DateTime>(),
                expires_at = table.Column<DateTime>(),
                revoked_at = table.Column<DateTime>(nullable: true),
                used_at = table.Column<DateTime>(nullable: true),
                needs_code = table.Column<bool>(),
                code_round = table.Column<int>(),
                code_tries = table.Column<int>(),
            },
            constraints: static table => table.PrimaryKey("pk_guest_links", static row => row.id));
        migrationBuilder.CreateIndex("ix_guest_links_office_id_purpose_target_id", "guest_links", ["office_id", "purpose", "target_id"]);
    }
}
