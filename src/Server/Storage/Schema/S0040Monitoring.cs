using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0040_monitoring")]
internal sealed class S0040Monitoring : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateVisits(migrationBuilder);
        CreateReports(migrationBuilder);
        CreateRows(migrationBuilder);
    }

    private static void CreateVisits(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "monitoring_visits",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(),
                month = table.Column<DateOnly>(),
                visit_on = table.Column<DateOnly>(),
                note = table.Column<string>(nullable: true),
                planned_by = table.Column<Guid>(),
                planned_at = table.Column<DateTime>(),
            },
            constraints: static table => table.PrimaryKey("pk_monitoring_visits", static row => row.id));
        migrationBuilder.CreateIndex("ix_monitoring_visits_office_id_client_id_month", "monitoring_visits", ["office_id", "client_id", "month"]);
    }

    private static void CreateReports(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "monitoring_reports",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                plan_id = table.Column<Guid>(nullable: true),
                month = table.Column<DateOnly>(),
                visited_at = table.Column<DateTime>(),
                place = table.Column<string>(nullable: true),
                place_name = table.Column<string>(nullable: true),
                interviewed = table.Column<bool>(),
                not_interviewed_reason = table.Column<string>(nullable: true),
                policy = table.Column<string>(nullable: true),
                overall = table.Column<string>(),
                result = table.Column<string>(),
                result_reason = table.Column<string>(nullable: true),
                next_on = table.Column<DateOnly>(nullable: true),
                performed_by = table.Column<Guid>(),
                recorded_at = table.Column<DateTime>(),
            },
            constraints: static table => table.PrimaryKey("pk_monitoring_reports", static row => row.id));
        migrationBuilder.CreateIndex("ix_monitoring_reports_office_id_client_id_month", "monitoring_reports", ["office_id", "client_id", "month"]);
    }

    private static void CreateRows(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "monitoring_rows",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                report_id = table.Column<Guid>(),
                rank = table.Column<int>(),
                goal = table.Column<string>(),
                achieve_by = table.Column<DateOnly>(nullable: true),
                provided = table.Column<string>(),
                feeling = table.Column<string>(),
                achieved = table.Column<string>(),
                ahead = table.Column<string>(nullable: true),
                kind_change = table.Column<bool>(),
                amount_change = table.Column<bool>(),
                week_change = table.Column<bool>(),
                note = table.Column<string>(nullable: true),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_monitoring_rows", static row => row.id);
                table.ForeignKey("fk_monitoring_rows_monitoring_reports", static row => row.report_id, "monitoring_reports", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_monitoring_rows_report_id", "monitoring_rows", "report_id");
    }
}
