using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0076_saved_filters")]
internal sealed class S0076SavedFilters : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "saved_filters",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                person_id = table.Column<Guid>(),
                name = table.Column<string>(),
                address = table.Column<string>(),
                is_shared = table.Column<bool>(),
                saved_at = table.Column<DateTime>(),
            },
            constraints: static table => table.PrimaryKey("pk_saved_filters", static row => row.id));
        migrationBuilder.CreateIndex("ix_saved_filters_office_id_person_id", "saved_filters", ["office_id", "person_id"]);
    }
}
