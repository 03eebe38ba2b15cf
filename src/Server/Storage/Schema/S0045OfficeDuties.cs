using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0045_office_duties")]
internal sealed class S0045OfficeDuties : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "office_duties",
        static table => new
        {
            office_id = table.Column<Guid>(),
            report_contract_within_days = table.Column<int>(),
            submit_within_days = table.Column<int>(),
            minutes_within_days = table.Column<int>(),
            deliver_within_days = table.Column<int>(),
            short_stay_days_per_year = table.Column<int>(),
            request_needs_number = table.Column<bool>(),
            proxy_may_consent = table.Column<bool>(),
            absent_user_stops = table.Column<bool>(),
        },
        constraints: static table => table.PrimaryKey("pk_office_duties", static row => row.office_id));
}
