using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>Addresses to which mail does not get through.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0097_address_troubles")]
internal sealed class S0097AddressTroubles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "address_troubles",
            static table => new
            {
                office_id = table.Column<Guid>(),
                address_key = table.Column<string>(),
                mail_id = table.Column<Guid>(),
                found_at = table.Column<DateTime>(),
                reason = table.Column<string>(),
            },
            constraints: static table => table.PrimaryKey("pk_address_troubles", static row => new { row.office_id, row.address_key }));
}
