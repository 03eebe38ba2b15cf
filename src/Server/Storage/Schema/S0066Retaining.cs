using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>Old answers are found by their age.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0066_retaining")]
internal sealed class S0066Retaining : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("ix_answered_requests_at", "answered_requests", "at");
}
