using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0086_meeting_changes")]
internal sealed class S0086MeetingChanges : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("asked_sequence", "meetings", defaultValue: 0);
        migrationBuilder.AddColumn<string>("online_address", "meetings", nullable: true);
        migrationBuilder.AddColumn<DateTime>("called_off_at", "meetings", nullable: true);
        migrationBuilder.AddColumn<Guid>("called_off_by", "meetings", nullable: true);
        migrationBuilder.AddColumn<string>("called_off_reason", "meetings", nullable: true);
        migrationBuilder.AddColumn<bool>("is_offered", "meeting_candidates", defaultValue: true);
        migrationBuilder.Sql("UPDATE meetings SET asked_sequence = sequence");
    }
}
