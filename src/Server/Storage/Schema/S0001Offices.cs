using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0001_offices")]
internal sealed class S0001Offices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "offices",
            static table => new
            {
                id = table.Column<Guid>(),
                name = table.Column<string>(),
                number = table.Column<string>(),
                postal_code = table.Column<string>(),
                address = table.Column<string>(),
                phone = table.Column<string>(),
                mail = table.Column<string>(),
                opens_at = table.Column<TimeOnly>(),
                closes_at = table.Column<TimeOnly>(),
                weekly_days_off = table.Column<string>(),
                calendar_version = table.Column<int>(),
            },
            constraints: static table => table.PrimaryKey("pk_offices", static row => row.id));

        migrationBuilder.CreateTable(
            "holidays",
            static table => new
            {
                office_id = table.Column<Guid>(),
                on = table.Column<DateOnly>(),
                name = table.Column<string>(),
            },
            constraints: static table => table.PrimaryKey("pk_holidays", static row => new { row.office_id, row.on }));
    }
}
