using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0005_outbox")]
internal sealed class S0005Outbox : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Outbox(migrationBuilder);
    }

    private static void Outbox(MigrationBuilder steps)
    {
        steps.CreateTable(
            "outbox",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                kind = table.Column<string>(),
                case_id = table.Column<Guid>(nullable: true),
                about = table.Column<string>(nullable: true),
                payload = table.Column<string>(),
                order_key = table.Column<string>(nullable: true),
                order_number = table.Column<int>(),
                written_at = table.Column<DateTimeOffset>(),
                due_at = table.Column<DateTimeOffset>(),
                state = table.Column<string>(),
                leased_until = table.Column<DateTimeOffset>(nullable: true),
                fence = table.Column<int>(),
                attempts = table.Column<int>(),
                last_error = table.Column<string>(nullable: true),
                ended_at = table.Column<DateTimeOffset>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_outbox", static row => row.id));
        steps.CreateIndex("ix_outbox_state_due_at", "outbox", ["state", "due_at"]);
        steps.CreateIndex("ix_outbox_case_id_about", "outbox", ["case_id", "about"]);
        steps.CreateIndex("ix_outbox_order_key_state", "outbox", ["order_key", "state"]);
    }
}
