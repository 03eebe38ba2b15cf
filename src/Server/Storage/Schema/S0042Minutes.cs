using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0042_minutes")]
internal sealed class S0042Minutes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateMinutes(migrationBuilder);
        CreateItems(migrationBuilder);
        CreateAttendances(migrationBuilder);
    }

    private static void CreateMinutes(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "minutes",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                meeting_id = table.Column<Guid>(),
                version = table.Column<int>(),
                held_on = table.Column<DateOnly>(),
                from = table.Column<TimeOnly>(),
                to = table.Column<TimeOnly>(),
                place = table.Column<string>(),
                reflected = table.Column<string>(nullable: true),
                remaining = table.Column<string>(),
                next = table.Column<string>(nullable: true),
                user_words = table.Column<string>(),
                user_absent_reason = table.Column<string>(nullable: true),
                written_by = table.Column<Guid>(),
                written_at = table.Column<DateTime>(),
            },
            constraints: static table => table.PrimaryKey("pk_minutes", static row => row.id));
        migrationBuilder.CreateIndex("ix_minutes_meeting_id_version", "minutes", ["meeting_id", "version"], unique: true);
    }

    private static void CreateItems(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "minutes_items",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                minutes_id = table.Column<Guid>(),
                number = table.Column<int>(),
                topic = table.Column<string>(),
                opinions = table.Column<string>(),
                conclusion = table.Column<string>(),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_minutes_items", static row => row.id);
                table.ForeignKey("fk_minutes_items_minutes", static row => row.minutes_id, "minutes", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_minutes_items_minutes_id", "minutes_items", "minutes_id");
    }

    private static void CreateAttendances(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "attendances",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                minutes_id = table.Column<Guid>(),
                participant_id = table.Column<Guid>(),
                attended = table.Column<bool>(),
                note = table.Column<string>(nullable: true),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_attendances", static row => row.id);
                table.ForeignKey("fk_attendances_minutes", static row => row.minutes_id, "minutes", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_attendances_minutes_id", "attendances", "minutes_id");
    }
}
