using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0003_cases")]
internal sealed class S0003Cases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Cases(migrationBuilder);
        History(migrationBuilder);
        Incidents(migrationBuilder);
    }

    private static void Cases(MigrationBuilder steps)
    {
        steps.CreateTable(
            "cases",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                procedure_key = table.Column<string>(),
                procedure_name = table.Column<string>(),
                version_id = table.Column<Guid>(),
                subject = table.Column<string>(nullable: true),
                subject_label = table.Column<string>(nullable: true),
                started_at = table.Column<DateTimeOffset>(),
                started_by = table.Column<Guid>(nullable: true),
                status = table.Column<string>(),
                ended_at = table.Column<DateTimeOffset>(nullable: true),
                end_reason = table.Column<string>(nullable: true),
                state = table.Column<string>(),
                revision = table.Column<int>(),
                parent_id = table.Column<Guid>(nullable: true),
                parent_call_id = table.Column<string>(nullable: true),
                root_id = table.Column<Guid>(),
                stopped_at = table.Column<DateTimeOffset>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_cases", static row => row.id));
        steps.CreateIndex("ix_cases_office_id_status_started_at", "cases", ["office_id", "status", "started_at"]);
        steps.CreateIndex("ix_cases_office_id_subject", "cases", ["office_id", "subject"]);
        steps.CreateIndex("ix_cases_root_id", "cases", "root_id");
    }

    private static void History(MigrationBuilder steps)
    {
        steps.CreateTable(
            "history",
            static table => new
            {
                case_id = table.Column<Guid>(),
                number = table.Column<int>(),
                office_id = table.Column<Guid>(),
                at = table.Column<DateTimeOffset>(),
                told = table.Column<string>(),
                about = table.Column<string>(nullable: true),
                by = table.Column<Guid>(nullable: true),
                late_by_seconds = table.Column<int>(nullable: true),
                events = table.Column<string>(),
            },
            constraints: static table => table.PrimaryKey("pk_history", static row => new { row.case_id, row.number }));
    }

    private static void Incidents(MigrationBuilder steps)
    {
        steps.CreateTable(
            "incidents",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                kind = table.Column<string>(),
                about = table.Column<string>(),
                node_id = table.Column<string>(nullable: true),
                code = table.Column<string>(),
                reason = table.Column<string>(),
                opened_at = table.Column<DateTimeOffset>(),
                closed_at = table.Column<DateTimeOffset>(nullable: true),
                closed_by = table.Column<Guid>(nullable: true),
                outcome = table.Column<string>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_incidents", static row => row.id));
        steps.CreateIndex("ix_incidents_office_id_closed_at", "incidents", ["office_id", "closed_at"]);
        steps.CreateIndex("ix_incidents_case_id", "incidents", "case_id");
    }
}
