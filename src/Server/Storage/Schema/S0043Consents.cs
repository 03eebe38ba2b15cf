using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0043_consents")]
internal sealed class S0043Consents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateConsents(migrationBuilder);
    }

    private static void CreateConsents(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "consents",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                plan_id = table.Column<Guid>(),
                stage = table.Column<string>(),
                document_hash = table.Column<string>(nullable: true),
                explained_by = table.Column<Guid>(),
                explained_on = table.Column<DateOnly>(),
                explained_place = table.Column<string>(),
                signer = table.Column<string>(),
                signer_name = table.Column<string>(),
                signer_relation = table.Column<string>(nullable: true),
                method = table.Column<string>(),
                witness = table.Column<string>(nullable: true),
                electronic_agreed_on = table.Column<DateOnly>(nullable: true),
                electronic_means = table.Column<string>(nullable: true),
                mail = table.Column<string>(nullable: true),
                recorded_at = table.Column<DateTime>(),
                outcome = table.Column<string>(nullable: true),
                consented_on = table.Column<DateOnly>(nullable: true),
                declined_reason = table.Column<string>(nullable: true),
                document_id = table.Column<Guid>(nullable: true),
                typed_name = table.Column<string>(nullable: true),
                answered_at = table.Column<DateTime>(nullable: true),
                answer_recorded_by = table.Column<Guid>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_consents", static row => row.id));
        migrationBuilder.CreateIndex("ix_consents_office_id_client_id", "consents", ["office_id", "client_id"]);
        migrationBuilder.CreateIndex("ix_consents_plan_id", "consents", "plan_id");
    }
}
