using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>Whom the host took off a meeting is told apart from who could not come: by the mail that took them off, for those of before.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0195_taken_off")]
internal sealed class S0195TakenOff : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("taken_off_at", "meeting_participants", nullable: true);
        migrationBuilder.Sql("""
            UPDATE meeting_participants SET taken_off_at =
                (SELECT min(mail.written_at) FROM mails AS mail JOIN meetings AS meeting ON meeting.case_id = mail.case_id
                 WHERE mail.template = 'meeting-removed' AND meeting.id = meeting_participants.meeting_id
                 AND mail.recipient_name = meeting_participants.name AND mail.written_at > meeting.planned_at)
            WHERE NOT is_expected
            """);
    }
}
