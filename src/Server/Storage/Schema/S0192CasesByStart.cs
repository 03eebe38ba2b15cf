using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>The list of cases, the newest first, reads one page and not every case there ever was.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0192_cases_by_start")]
internal sealed class S0192CasesByStart : Migration
{
    private const string Cases = "cases";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("ix_cases_started", Cases, ["office_id", "started_at", "id"], filter: "parent_id IS NULL");

        // In the same order as the other: of one that only nearly had it, SQLite would rather read all cases than sort the few open ones.
        migrationBuilder.DropIndex("ix_cases_office_id_status_started_at", Cases);
        migrationBuilder.CreateIndex("ix_cases_office_id_status_started_at_id", Cases, ["office_id", "status", "started_at", "id"]);
    }
}
