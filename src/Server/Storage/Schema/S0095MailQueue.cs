using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>Mail that can be stopped, corrected and sent at a pace.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0095_mail_queue")]
internal sealed class S0095MailQueue : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("is_prompt", "mails", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<Guid>("replaced_by", "mails", nullable: true);
        migrationBuilder.CreateIndex("ix_mails_office_id_state", "mails", ["office_id", "state"]);
        migrationBuilder.AddColumn<int>("per_minute", "mail_servers", nullable: true);
        migrationBuilder.CreateTable(
            "mail_pauses",
            static table => new
            {
                office_id = table.Column<Guid>(),
                paused_at = table.Column<DateTime>(),
                paused_by = table.Column<Guid>(),
                paused_by_name = table.Column<string>(),
                reason = table.Column<string>(),
            },
            constraints: static table => table.PrimaryKey("pk_mail_pauses", static row => row.office_id));
        migrationBuilder.DropIndex("ix_outbox_state_due_at", "outbox");
        migrationBuilder.CreateIndex("ix_outbox_state_kind_due_at", "outbox", ["state", "kind", "due_at"]);
    }
}
