using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0022_mail_servers")]
internal sealed class S0022MailServers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("mail_from", "offices", defaultValue: "");
        migrationBuilder.CreateTable(
            "mail_servers",
            static table => new
            {
                office_id = table.Column<Guid>(),
                host = table.Column<string>(),
                port = table.Column<int>(),
                security = table.Column<string>(),
                user = table.Column<string>(nullable: true),
                protected_password = table.Column<string>(nullable: true),
                changed_at = table.Column<DateTimeOffset>(),
            },
            constraints: static table => table.PrimaryKey("pk_mail_servers", static row => row.office_id));
    }
}
