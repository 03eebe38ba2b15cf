using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0088_consent_care")]
internal sealed class S0088ConsentCare : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("signer_reason", "consents", nullable: true);
        migrationBuilder.AddColumn<string>("easy_text", "consents", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("withdrawn_on", "consents", nullable: true);
        migrationBuilder.AddColumn<string>("withdrawn_reason", "consents", nullable: true);
        migrationBuilder.AddColumn<Guid>("withdrawn_recorded_by", "consents", nullable: true);
        migrationBuilder.CreateTable(
            "electronic_agreements",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                person_name = table.Column<string>(),
                means = table.Column<string>(),
                agreed_on = table.Column<DateOnly>(),
                recorded_by = table.Column<Guid>(),
                recorded_at = table.Column<DateTime>(),
                revoked_on = table.Column<DateOnly>(nullable: true),
                revoked_by = table.Column<Guid>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_electronic_agreements", static row => row.id));
        migrationBuilder.CreateIndex("ix_electronic_agreements_office_id_client_id", "electronic_agreements", ["office_id", "client_id"]);
    }
}
