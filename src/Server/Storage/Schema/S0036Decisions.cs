using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0036_decisions")]
internal sealed class S0036Decisions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateBenefitDecisions(migrationBuilder);
        CreateDeliveries(migrationBuilder);
    }

    private static void CreateBenefitDecisions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "benefit_decisions",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                draft_id = table.Column<Guid>(nullable: true),
                certificate_id = table.Column<Guid>(),
                decided_on = table.Column<DateOnly>(),
                period_from = table.Column<DateOnly>(),
                period_until = table.Column<DateOnly>(),
                note = table.Column<string>(nullable: true),
                document_id = table.Column<Guid>(nullable: true),
                recorded_at = table.Column<DateTime>(),
                recorded_by = table.Column<Guid>(),
            },
            constraints: static table => table.PrimaryKey("pk_benefit_decisions", static row => row.id));
        migrationBuilder.CreateIndex("ix_benefit_decisions_client_id", "benefit_decisions", "client_id");
    }

    private static void CreateDeliveries(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "deliveries",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                plan_id = table.Column<Guid>(),
                kind = table.Column<string>(),
                addressee_id = table.Column<Guid>(),
                addressee_name = table.Column<string>(),
                delivered_on = table.Column<DateOnly>(),
                means = table.Column<string>(),
                proof = table.Column<string>(nullable: true),
                document_id = table.Column<Guid>(nullable: true),
                recorded_at = table.Column<DateTime>(),
                recorded_by = table.Column<Guid>(),
            },
            constraints: static table => table.PrimaryKey("pk_deliveries", static row => row.id));
        migrationBuilder.CreateIndex("ix_deliveries_client_id", "deliveries", "client_id");
        migrationBuilder.CreateIndex("ix_deliveries_plan_id", "deliveries", "plan_id");
    }
}
