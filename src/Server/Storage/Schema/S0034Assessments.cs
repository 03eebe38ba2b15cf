using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0034_assessments")]
internal sealed class S0034Assessments : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateAssessments(migrationBuilder);
    }

    private static void CreateAssessments(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "assessments",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                visited_at = table.Column<DateTime>(),
                ended_at = table.Column<DateTime>(),
                place = table.Column<string>(nullable: true),
                place_name = table.Column<string>(nullable: true),
                method = table.Column<string>(),
                video_reason = table.Column<string>(nullable: true),
                user_present = table.Column<bool>(),
                user_absent_reason = table.Column<string>(nullable: true),
                family_present = table.Column<bool>(),
                present_persons = table.Column<string>(nullable: true),
                family_absent_reason = table.Column<string>(nullable: true),
                purpose_explained = table.Column<bool>(),
                overview = table.Column<string>(nullable: true),
                hopes = table.Column<string>(),
                family_hopes = table.Column<string>(nullable: true),
                life_history = table.Column<string>(nullable: true),
                medical = table.Column<string>(nullable: true),
                environment = table.Column<string>(),
                current_support = table.Column<string>(nullable: true),
                strengths = table.Column<string>(nullable: true),
                issues = table.Column<string>(),
                decision_support = table.Column<string>(nullable: true),
                performed_by = table.Column<Guid>(),
                recorded_at = table.Column<DateTime>(),
            },
            constraints: static table => table.PrimaryKey("pk_assessments", static row => row.id));
        migrationBuilder.CreateIndex("ix_assessments_client_id", "assessments", "client_id");
    }
}
