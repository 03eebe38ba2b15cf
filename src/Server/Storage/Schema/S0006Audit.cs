using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0006_audit")]
internal sealed class S0006Audit : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "audit",
            static table => new
            {
                position = table.Column<long>()
                    .Annotation("Sqlite:Autoincrement", value: true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                office_id = table.Column<Guid>(),
                at = table.Column<DateTimeOffset>(),
                person_id = table.Column<Guid>(nullable: true),
                act = table.Column<string>(),
                about = table.Column<string>(),
                case_id = table.Column<Guid>(nullable: true),
                text = table.Column<string>(),
            },
            constraints: static table => table.PrimaryKey("pk_audit", static row => row.position));
        migrationBuilder.CreateIndex("ix_audit_office_id_at", "audit", ["office_id", "at"]);
        migrationBuilder.CreateIndex("ix_audit_case_id", "audit", "case_id");

        migrationBuilder.CreateTable(
            "audit_seals",
            static table => new
            {
                number = table.Column<long>(),
                entry_position = table.Column<long>(),
                entry_hash = table.Column<string>(),
                chain_hash = table.Column<string>(),
                sealed_at = table.Column<DateTimeOffset>(),
            },
            constraints: static table => table.PrimaryKey("pk_audit_seals", static row => row.number));
        migrationBuilder.CreateIndex("ix_audit_seals_entry_position", "audit_seals", "entry_position", unique: true);
    }
}
