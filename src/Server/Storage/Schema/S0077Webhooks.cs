using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0077_webhooks")]
internal sealed class S0077Webhooks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "webhooks",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                address = table.Column<string>(),
                events = table.Column<string>(),
                protected_secret = table.Column<string>(),
                made_by = table.Column<Guid>(),
                made_at = table.Column<DateTime>(),
                paused_at = table.Column<DateTime>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_webhooks", static row => row.id));
        migrationBuilder.CreateIndex("ix_webhooks_office_id", "webhooks", "office_id");
    }
}
