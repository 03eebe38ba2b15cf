using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>
/// Lists of 100,000 open work items: what is counted, narrowed to and searched stands in the indexes by which it is read. Its number is behind
/// 0075, which brings columns that it needs.
/// </summary>
[DbContext(typeof(OfficeDb))]
[Migration("0165_large_inboxes")]
internal sealed class S0165LargeInboxes : Migration
{
    private const string Work = "work_items";
    private const string Open = "ended_at IS NULL";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("UPDATE work_items SET search_text = substr(search_text, 1, 400) WHERE length(search_text) > 400");
        migrationBuilder.DropIndex("ix_work_items_open", Work);
        migrationBuilder.DropIndex("ix_work_items_open_assignee", Work);
        migrationBuilder.DropIndex("ix_work_items_office_id_ended_at_id", Work);
        migrationBuilder.CreateIndex("ix_work_items_open", Work, ["office_id", "sort_at", "id", "search_text"], filter: Open);
        migrationBuilder.CreateIndex("ix_work_items_open_assignee", Work, ["office_id", "assignee_id", "sort_at", "id", "role", "follow_up_at"], filter: Open);
        migrationBuilder.CreateIndex("ix_work_items_open_about", Work, ["office_id", "subject", "sort_at", "id"], filter: Open);
        migrationBuilder.CreateIndex("ix_work_items_open_step", Work, ["office_id", "procedure_key", "node_id", "sort_at", "id"], filter: Open);
        migrationBuilder.CreateIndex("ix_work_items_ended", Work, ["office_id", "ended_at", "id"], filter: "ended_at IS NOT NULL");
    }
}
