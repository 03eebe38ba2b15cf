using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>An office's timers are listed in the order of time.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0067_find_timers")]
internal sealed class S0067FindTimers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("ix_timers_office_id_due_at_id", "timers", ["office_id", "due_at", "id"]);
}
