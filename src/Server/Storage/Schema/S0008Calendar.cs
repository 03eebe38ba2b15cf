using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0008_calendar")]
internal sealed class S0008Calendar : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "calendar_jobs",
            static table => new
            {
                job = table.Column<string>(),
                next_due_at = table.Column<DateTimeOffset>(),
                paused_at = table.Column<DateTimeOffset>(nullable: true),
                paused_by = table.Column<Guid>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_calendar_jobs", static row => row.job));

        migrationBuilder.CreateTable(
            "calendar_runs",
            static table => new
            {
                job = table.Column<string>(),
                due_at = table.Column<DateTimeOffset>(),
                started_at = table.Column<DateTimeOffset>(),
                ended_at = table.Column<DateTimeOffset>(nullable: true),
                is_late = table.Column<bool>(),
                started_by = table.Column<Guid>(nullable: true),
                told = table.Column<string>(nullable: true),
                trouble = table.Column<string>(nullable: true),
                leased_until = table.Column<DateTimeOffset>(nullable: true),
                fence = table.Column<int>(),
            },
            constraints: static table => table.PrimaryKey("pk_calendar_runs", static row => new { row.job, row.due_at }));
        migrationBuilder.CreateIndex("ix_calendar_runs_ended_at", "calendar_runs", "ended_at");
    }
}
