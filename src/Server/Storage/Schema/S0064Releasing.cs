using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>A second person approves what is published; running cases are moved in batches.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0064_releasing")]
internal sealed class S0064Releasing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("needs_approval", "offices", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<string>("authors", "procedure_drafts", nullable: false, defaultValue: "");
        Requests(migrationBuilder);
        Batches(migrationBuilder);
        Items(migrationBuilder);
    }

    private static void Requests(MigrationBuilder steps)
    {
        steps.CreateTable(
            "publish_requests",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                key = table.Column<string>(),
                source = table.Column<string>(),
                note = table.Column<string>(),
                authors = table.Column<string>(),
                asked_at = table.Column<DateTimeOffset>(),
                asked_by = table.Column<Guid>(),
                state = table.Column<string>(),
                decided_at = table.Column<DateTimeOffset>(nullable: true),
                decided_by = table.Column<Guid>(nullable: true),
                reason = table.Column<string>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_publish_requests", static row => row.id));
        steps.CreateIndex("ix_publish_requests_office_id_key_state", "publish_requests", ["office_id", "key", "state"]);
    }

    private static void Batches(MigrationBuilder steps)
    {
        steps.CreateTable(
            "move_batches",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                key = table.Column<string>(),
                version_id = table.Column<Guid>(),
                number = table.Column<int>(),
                choices = table.Column<string>(),
                due_at = table.Column<DateTimeOffset>(),
                asked_at = table.Column<DateTimeOffset>(),
                asked_by = table.Column<Guid>(),
            },
            constraints: static table => table.PrimaryKey("pk_move_batches", static row => row.id));
        steps.CreateIndex("ix_move_batches_office_id_key", "move_batches", ["office_id", "key"]);
    }

    private static void Items(MigrationBuilder steps)
    {
        steps.CreateTable(
            "move_items",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                batch_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(nullable: true),
                due_at = table.Column<DateTimeOffset>(),
                state = table.Column<string>(),
                code = table.Column<string>(nullable: true),
                reason = table.Column<string>(nullable: true),
                from_number = table.Column<int>(),
                ended_at = table.Column<DateTimeOffset>(nullable: true),
                leased_until = table.Column<DateTimeOffset>(nullable: true),
                fence = table.Column<int>(),
                attempts = table.Column<int>(),
            },
            constraints: static table => table.PrimaryKey("pk_move_items", static row => row.id));
        steps.CreateIndex("ix_move_items_batch_id_case_id", "move_items", ["batch_id", "case_id"], unique: true);
        steps.CreateIndex("ix_move_items_state_due_at", "move_items", ["state", "due_at"]);
    }
}
