using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0020_mail")]
internal sealed class S0020Mail : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateMails(migrationBuilder);
        CreateTemplates(migrationBuilder);
    }

    private static void CreateMails(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "mails",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                template = table.Column<string>(),
                template_version = table.Column<int>(),
                sender_name = table.Column<string>(),
                sender_address = table.Column<string>(),
                recipient_name = table.Column<string>(),
                address = table.Column<string>(nullable: true),
                subject = table.Column<string>(),
                text = table.Column<string>(),
                html = table.Column<string>(),
                calendar_method = table.Column<string>(nullable: true),
                calendar_text = table.Column<string>(nullable: true),
                message_id = table.Column<string>(),
                written_at = table.Column<DateTime>(),
                state = table.Column<string>(),
                attempts = table.Column<int>(),
                last_error = table.Column<string>(nullable: true),
                sent_at = table.Column<DateTime>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_mails", static row => row.id));
        migrationBuilder.CreateIndex("ix_mails_office_id_written_at_id", "mails", ["office_id", "written_at", "id"]);
        migrationBuilder.CreateIndex("ix_mails_case_id", "mails", "case_id");
    }

    private static void CreateTemplates(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "mail_templates",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                key = table.Column<string>(),
                version = table.Column<int>(),
                subject = table.Column<string>(),
                body = table.Column<string>(),
                written_at = table.Column<DateTime>(),
                written_by = table.Column<Guid>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_mail_templates", static row => row.id));
        migrationBuilder.CreateIndex("ix_mail_templates_office_id_key_version", "mail_templates", ["office_id", "key", "version"], unique: true);
    }
}
