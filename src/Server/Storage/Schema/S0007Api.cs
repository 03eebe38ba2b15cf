using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0007_api")]
internal sealed class S0007Api : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "api_tokens",
            static table => new
            {
                id = table.Column<Guid>(),
                person_id = table.Column<Guid>(),
                hash = table.Column<string>(),
                made_at = table.Column<DateTimeOffset>(),
                revoked_at = table.Column<DateTimeOffset>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_api_tokens", static row => row.id));
        migrationBuilder.CreateIndex("ix_api_tokens_hash", "api_tokens", "hash", unique: true);

        migrationBuilder.CreateTable(
            "answered_requests",
            static table => new
            {
                person_id = table.Column<Guid>(),
                key = table.Column<string>(),
                request = table.Column<string>(),
                at = table.Column<DateTimeOffset>(),
                status = table.Column<int>(nullable: true),
                content_type = table.Column<string>(nullable: true),
                body = table.Column<string>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_answered_requests", static row => new { row.person_id, row.key }));
    }
}
