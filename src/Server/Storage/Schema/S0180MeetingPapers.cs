using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0180_meeting_papers")]
internal sealed class S0180MeetingPapers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "meeting_papers",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                meeting_id = table.Column<Guid>(),
                document_id = table.Column<Guid>(),
                title = table.Column<string>(),
                family_member_id = table.Column<Guid>(nullable: true),
                is_for_client = table.Column<bool>(),
                shown_to = table.Column<string>(),
                added_by = table.Column<Guid>(),
                added_at = table.Column<DateTime>(),
                withdrawn_at = table.Column<DateTime>(nullable: true),
                withdrawn_by = table.Column<Guid>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_meeting_papers", static row => row.id));
        migrationBuilder.CreateIndex("ix_meeting_papers_meeting_id", "meeting_papers", "meeting_id");
    }
}
