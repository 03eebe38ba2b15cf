using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0085_received_mails")]
internal sealed class S0085ReceivedMails : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "received_mails",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                fingerprint = table.Column<string>(),
                from_address = table.Column<string>(),
                subject = table.Column<string>(),
                received_at = table.Column<DateTime>(),
                outcome = table.Column<string>(),
                told = table.Column<string>(),
                is_settled = table.Column<bool>(),
                case_id = table.Column<Guid>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_received_mails", static row => row.id));
        migrationBuilder.CreateIndex("ix_received_mails_office_id_fingerprint", "received_mails", ["office_id", "fingerprint"], unique: true);
        migrationBuilder.CreateIndex("ix_received_mails_office_id_received_at", "received_mails", ["office_id", "received_at"]);
        migrationBuilder.CreateTable(
            "invitation_replies",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                meeting_id = table.Column<Guid>(),
                participant_id = table.Column<Guid>(),
                sequence = table.Column<int>(),
                answer = table.Column<string>(),
                comment = table.Column<string>(nullable: true),
                answered_at = table.Column<DateTime>(),
                received_at = table.Column<DateTime>(),
            },
            constraints: static table => table.PrimaryKey("pk_invitation_replies", static row => row.id));
        migrationBuilder.CreateIndex("ix_invitation_replies_meeting_id", "invitation_replies", "meeting_id");
    }
}
