using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0004_running")]
internal sealed class S0004Running : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Timers(migrationBuilder);
        Subscriptions(migrationBuilder);
        Messages(migrationBuilder);
        CaseInbox(migrationBuilder);
    }

    private static void Timers(MigrationBuilder steps)
    {
        steps.CreateTable(
            "timers",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                timer_id = table.Column<string>(nullable: true),
                procedure_key = table.Column<string>(nullable: true),
                version_id = table.Column<Guid>(nullable: true),
                anchor = table.Column<DateTimeOffset>(nullable: true),
                rule = table.Column<string>(),
                ordinal = table.Column<int>(),
                node_id = table.Column<string>(),
                due_at = table.Column<DateTimeOffset>(),
                state = table.Column<string>(),
                ended_at = table.Column<DateTimeOffset>(nullable: true),
                is_late = table.Column<bool>(),
                leased_until = table.Column<DateTimeOffset>(nullable: true),
                fence = table.Column<int>(),
                attempts = table.Column<int>(),
            },
            constraints: static table => table.PrimaryKey("pk_timers", static row => row.id));
        steps.CreateIndex("ix_timers_state_due_at", "timers", ["state", "due_at"]);
        steps.CreateIndex("ix_timers_case_id_timer_id", "timers", ["case_id", "timer_id"], unique: true);
    }

    private static void Subscriptions(MigrationBuilder steps)
    {
        steps.CreateTable(
            "subscriptions",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(),
                subscription_id = table.Column<string>(),
                node_id = table.Column<string>(),
                message_name = table.Column<string>(),
                key = table.Column<string>(),
                since = table.Column<DateTimeOffset>(),
            },
            constraints: static table => table.PrimaryKey("pk_subscriptions", static row => row.id));
        steps.CreateIndex("ix_subscriptions_office_id_message_name_key", "subscriptions", ["office_id", "message_name", "key"]);
        steps.CreateIndex("ix_subscriptions_case_id_subscription_id", "subscriptions", ["case_id", "subscription_id"], unique: true);
    }

    private static void Messages(MigrationBuilder steps)
    {
        steps.CreateTable(
            "messages",
            static table => new
            {
                office_id = table.Column<Guid>(),
                id = table.Column<string>(),
                name = table.Column<string>(),
                key = table.Column<string>(),
                variables = table.Column<string>(),
                arrived_at = table.Column<DateTimeOffset>(),
                expires_at = table.Column<DateTimeOffset>(),
                state = table.Column<string>(),
                case_id = table.Column<Guid>(nullable: true),
                sent_by = table.Column<Guid>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_messages", static row => new { row.office_id, row.id }));
        steps.CreateIndex("ix_messages_office_id_state_name_key", "messages", ["office_id", "state", "name", "key"]);
    }

    private static void CaseInbox(MigrationBuilder steps)
    {
        steps.CreateTable(
            "case_inbox",
            static table => new
            {
                position = table.Column<long>()
                    .Annotation("Sqlite:Autoincrement", value: true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                office_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(),
                kind = table.Column<string>(),
                caused_by = table.Column<Guid>(nullable: true),
                call_id = table.Column<string>(nullable: true),
                procedure_key = table.Column<string>(nullable: true),
                start_node_id = table.Column<string>(nullable: true),
                code = table.Column<string>(nullable: true),
                reason = table.Column<string>(nullable: true),
                values = table.Column<string>(),
                written_at = table.Column<DateTimeOffset>(),
                done_at = table.Column<DateTimeOffset>(nullable: true),
                leased_until = table.Column<DateTimeOffset>(nullable: true),
                fence = table.Column<int>(),
                attempts = table.Column<int>(),
                last_error = table.Column<string>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_case_inbox", static row => row.position));
        steps.CreateIndex("ix_case_inbox_done_at_position", "case_inbox", ["done_at", "position"]);
        steps.CreateIndex("ix_case_inbox_case_id_done_at", "case_inbox", ["case_id", "done_at"]);
    }
}
