using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0035_plans")]
internal sealed class S0035Plans : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateServicePlans(migrationBuilder);
        CreateNeedRows(migrationBuilder);
        CreateWeeklyRows(migrationBuilder);
    }

    private static void CreateServicePlans(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "service_plans",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                stage = table.Column<string>(),
                version = table.Column<int>(),
                previous_id = table.Column<Guid>(nullable: true),
                correction_reason = table.Column<string>(nullable: true),
                assessment_id = table.Column<Guid>(nullable: true),
                certificate_id = table.Column<Guid>(nullable: true),
                created_on = table.Column<DateOnly>(),
                starts_on = table.Column<DateOnly>(nullable: true),
                user_wish = table.Column<string>(),
                family_wish = table.Column<string>(),
                policy = table.Column<string>(),
                long_goal = table.Column<string>(),
                long_goal_by = table.Column<DateOnly>(nullable: true),
                short_goal = table.Column<string>(),
                short_goal_by = table.Column<DateOnly>(nullable: true),
                monitoring_proposal = table.Column<string>(),
                monitoring_interval = table.Column<int>(nullable: true),
                monitoring_from = table.Column<DateOnly>(nullable: true),
                short_stay_reason = table.Column<string>(nullable: true),
                main_activities = table.Column<string>(nullable: true),
                outside_week = table.Column<string>(nullable: true),
                whole_picture = table.Column<string>(nullable: true),
                written_by = table.Column<Guid>(),
                written_at = table.Column<DateTime>(),
                consented_on = table.Column<DateOnly>(nullable: true),
                document_id = table.Column<Guid>(nullable: true),
                document_hash = table.Column<string>(nullable: true),
                written_on = table.Column<DateOnly>(),
            },
            constraints: static table => table.PrimaryKey("pk_service_plans", static row => row.id));
        migrationBuilder.CreateIndex("ix_service_plans_client_id_version", "service_plans", ["client_id", "version"], unique: true);
    }

    private static void CreateNeedRows(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "need_rows",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                plan_id = table.Column<Guid>(),
                rank = table.Column<int>(),
                need = table.Column<string>(),
                goal = table.Column<string>(),
                achieve_by = table.Column<DateOnly>(nullable: true),
                service_kind_id = table.Column<Guid>(),
                service_name = table.Column<string>(),
                content = table.Column<string>(),
                amount = table.Column<decimal>(nullable: true),
                unit = table.Column<string>(),
                provider_id = table.Column<Guid>(nullable: true),
                provider_name = table.Column<string>(nullable: true),
                provider_contact = table.Column<string>(nullable: true),
                client_role = table.Column<string>(),
                review_on = table.Column<DateOnly>(nullable: true),
                note = table.Column<string>(nullable: true),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_need_rows", static row => row.id);
                table.ForeignKey("fk_need_rows_service_plans", static row => row.plan_id, "service_plans", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_need_rows_plan_id", "need_rows", "plan_id");
    }

    private static void CreateWeeklyRows(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "weekly_rows",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                plan_id = table.Column<Guid>(),
                day = table.Column<string>(),
                start = table.Column<TimeOnly>(),
                end = table.Column<TimeOnly>(),
                activity = table.Column<string>(),
                service_kind_id = table.Column<Guid>(nullable: true),
                provider_id = table.Column<Guid>(nullable: true),
                weeks = table.Column<string>(),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_weekly_rows", static row => row.id);
                table.ForeignKey("fk_weekly_rows_service_plans", static row => row.plan_id, "service_plans", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_weekly_rows_plan_id", "weekly_rows", "plan_id");
    }
}
