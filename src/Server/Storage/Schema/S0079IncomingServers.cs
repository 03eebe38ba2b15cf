using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>The mailboxes that are read, and what was looked at in them.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0079_incoming_servers")]
internal sealed class S0079IncomingServers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "incoming_servers",
            static table => new
            {
                office_id = table.Column<Guid>(),
                host = table.Column<string>(),
                port = table.Column<int>(),
                security = table.Column<string>(),
                user = table.Column<string>(),
                protected_password = table.Column<string>(),
                changed_at = table.Column<DateTime>(),
                read_at = table.Column<DateTime>(nullable: true),
                trouble = table.Column<string>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_incoming_servers", static row => row.office_id));
        migrationBuilder.CreateTable(
            "collected_mails",
            static table => new
            {
                office_id = table.Column<Guid>(),
                uid_hash = table.Column<string>(),
                tries = table.Column<int>(),
                is_settled = table.Column<bool>(),
            },
            constraints: static table => table.PrimaryKey("pk_collected_mails", static row => new { row.office_id, row.uid_hash }));
    }
}
