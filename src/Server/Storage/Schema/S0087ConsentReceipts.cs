using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0087_consent_receipts")]
internal sealed class S0087ConsentReceipts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("answered_from", "consents", nullable: true);
        migrationBuilder.AddColumn<string>("facts", "consents", nullable: true);
    }
}
