using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>
/// On PostgreSQL 100,000 open work items were counted by reading the table: the index by due date leaves the text out there, and one is for counting alone.
/// What others wait for is read in its order on both.
/// </summary>
[DbContext(typeof(OfficeDb))]
[Migration("0191_counted_work")]
internal sealed class S0191CountedWork : Migration
{
    private const string Work = "work_items";
    private const string Open = "ended_at IS NULL";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_work_items_open_awaited", Work);
        migrationBuilder.CreateIndex(
            "ix_work_items_open_awaited", Work, ["awaited_by_id", "sort_at", "id", "assignee_id", "owner_id"], filter: "awaited_by_id IS NOT NULL AND " + Open);
        if (migrationBuilder.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) is true)
        {
            migrationBuilder.DropIndex("ix_work_items_open", Work);
            migrationBuilder.CreateIndex("ix_work_items_open", Work, ["office_id", "sort_at", "id"], filter: Open);
            migrationBuilder.CreateIndex("ix_work_items_open_count", Work, "office_id", filter: Open);
        }
    }
}
