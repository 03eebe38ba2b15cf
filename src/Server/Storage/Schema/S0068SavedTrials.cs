using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>Trial runs that were kept as tests of their procedure.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0068_saved_trials")]
internal sealed class S0068SavedTrials : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "saved_trials",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                key = table.Column<string>(),
                name = table.Column<string>(),
                script = table.Column<string>(),
                expected = table.Column<string>(),
                recorded_at = table.Column<DateTimeOffset>(),
                recorded_by = table.Column<Guid>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_saved_trials", static row => row.id));
        migrationBuilder.CreateIndex("ix_saved_trials_office_id_key_name", "saved_trials", ["office_id", "key", "name"], unique: true);
    }
}
