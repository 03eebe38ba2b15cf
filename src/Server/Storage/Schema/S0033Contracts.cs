using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0033_contracts")]
internal sealed class S0033Contracts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreatePrivacyConsents(migrationBuilder);
        CreateContracts(migrationBuilder);
        CreateContractReports(migrationBuilder);
        CreateInfoProvisions(migrationBuilder);
        CreatePlanRequests(migrationBuilder);
    }

    private static void CreatePrivacyConsents(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "privacy_consents",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                family_member_id = table.Column<Guid>(nullable: true),
                category = table.Column<string>(),
                given_on = table.Column<DateOnly>(),
                document_id = table.Column<Guid>(nullable: true),
                case_id = table.Column<Guid>(nullable: true),
                recorded_at = table.Column<DateTime>(),
                recorded_by = table.Column<Guid>(nullable: true),
                withdrawn_on = table.Column<DateOnly>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_privacy_consents", static row => row.id));
        migrationBuilder.CreateIndex("ix_privacy_consents_client_id", "privacy_consents", "client_id");
    }

    private static void CreateContracts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "contracts",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                important_matters_on = table.Column<DateOnly>(),
                contract_on = table.Column<DateOnly>(),
                signer_name = table.Column<string>(nullable: true),
                document_id = table.Column<Guid>(nullable: true),
                recorded_at = table.Column<DateTime>(),
                recorded_by = table.Column<Guid>(),
                ended_on = table.Column<DateOnly>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_contracts", static row => row.id));
        migrationBuilder.CreateIndex("ix_contracts_client_id", "contracts", "client_id");
    }

    private static void CreateContractReports(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "contract_reports",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                reported_on = table.Column<DateOnly>(),
                means = table.Column<string>(),
                proof = table.Column<string>(nullable: true),
                recorded_at = table.Column<DateTime>(),
                recorded_by = table.Column<Guid>(),
            },
            constraints: static table => table.PrimaryKey("pk_contract_reports", static row => row.id));
        migrationBuilder.CreateIndex("ix_contract_reports_client_id", "contract_reports", "client_id");
    }

    private static void CreateInfoProvisions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "info_provisions",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                provided_on = table.Column<DateOnly>(),
                content = table.Column<string>(),
                charges = table.Column<string>(nullable: true),
                recorded_at = table.Column<DateTime>(),
                recorded_by = table.Column<Guid>(),
            },
            constraints: static table => table.PrimaryKey("pk_info_provisions", static row => row.id));
        migrationBuilder.CreateIndex("ix_info_provisions_client_id", "info_provisions", "client_id");
    }

    private static void CreatePlanRequests(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "plan_requests",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                received_on = table.Column<DateOnly>(),
                number = table.Column<string>(nullable: true),
                due_on = table.Column<DateOnly>(nullable: true),
                document_id = table.Column<Guid>(nullable: true),
                recorded_at = table.Column<DateTime>(),
                recorded_by = table.Column<Guid>(),
            },
            constraints: static table => table.PrimaryKey("pk_plan_requests", static row => row.id));
        migrationBuilder.CreateIndex("ix_plan_requests_client_id", "plan_requests", "client_id");
    }
}
