using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>Work says itself who waits for it: to find that by way of the cases took minutes in an office with 100,000 of them.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0185_awaited_work")]
internal sealed class S0185AwaitedWork : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("awaited_by_id", "work_items", nullable: true);
        migrationBuilder.Sql("""
            UPDATE work_items SET awaited_by_id =
                (SELECT root.started_by FROM cases AS file JOIN cases AS root ON root.id = file.root_id WHERE file.id = work_items.case_id)
            WHERE ended_at IS NULL
            """);
        migrationBuilder.DropIndex("ix_work_items_open_owner", "work_items");
        migrationBuilder.CreateIndex("ix_work_items_open_owner", "work_items", "owner_id", filter: "owner_id IS NOT NULL AND ended_at IS NULL");
        migrationBuilder.CreateIndex(
            "ix_work_items_open_awaited", "work_items", ["awaited_by_id", "assignee_id"], filter: "awaited_by_id IS NOT NULL AND ended_at IS NULL");
    }
}
