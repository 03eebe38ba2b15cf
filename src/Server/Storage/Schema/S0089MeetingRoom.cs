using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0089_meeting_room")]
internal sealed class S0089MeetingRoom : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("agenda", "meetings", nullable: true);
        migrationBuilder.AddColumn<DateTime>("confirmed_at", "minutes", nullable: true);
        migrationBuilder.AddColumn<Guid>("confirmed_by", "minutes", nullable: true);
        migrationBuilder.AddColumn<string>("corrected_because", "minutes", nullable: true);
        migrationBuilder.CreateTable(
            "minutes_copies",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                minutes_id = table.Column<Guid>(),
                participant_id = table.Column<Guid>(),
                given_by = table.Column<Guid>(nullable: true),
                given_at = table.Column<DateTime>(),
            },
            constraints: static table => table.PrimaryKey("pk_minutes_copies", static row => row.id));
        migrationBuilder.CreateIndex("ix_minutes_copies_minutes_id_participant_id", "minutes_copies", ["minutes_id", "participant_id"], unique: true);
        migrationBuilder.CreateTable(
            "minutes_remarks",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                minutes_id = table.Column<Guid>(),
                participant_id = table.Column<Guid>(),
                correction = table.Column<string>(nullable: true),
                said_at = table.Column<DateTime>(),
            },
            constraints: static table => table.PrimaryKey("pk_minutes_remarks", static row => row.id));
        migrationBuilder.CreateIndex("ix_minutes_remarks_minutes_id", "minutes_remarks", "minutes_id");
    }
}
