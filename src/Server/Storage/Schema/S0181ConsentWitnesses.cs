using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0181_consent_witnesses")]
internal sealed class S0181ConsentWitnesses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "consent_witnesses",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                consent_id = table.Column<Guid>(),
                name = table.Column<string>(),
                standing = table.Column<string>(),
                method = table.Column<string>(),
                mail = table.Column<string>(nullable: true),
                asked_by = table.Column<Guid>(),
                asked_at = table.Column<DateTime>(),
                confirmed_on = table.Column<DateOnly>(nullable: true),
                confirmed_at = table.Column<DateTime>(nullable: true),
                confirmed_from = table.Column<string>(nullable: true),
                typed_name = table.Column<string>(nullable: true),
                document_id = table.Column<Guid>(nullable: true),
                recorded_by = table.Column<Guid>(nullable: true),
                facts = table.Column<string>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_consent_witnesses", static row => row.id));
        migrationBuilder.CreateIndex("ix_consent_witnesses_consent_id", "consent_witnesses", "consent_id");
    }
}
