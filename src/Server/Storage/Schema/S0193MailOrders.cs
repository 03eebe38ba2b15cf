using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>A mail keeps its place among those about the same thing to the same recipient. What calendar messages say of it is read once from those that are there.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0193_mail_orders")]
internal sealed class S0193MailOrders : Migration
{
    private const string Sqlite = """
        UPDATE mails SET order_key = 'meeting:' || substr(calendar_text, instr(calendar_text, 'UID:') + 4, 32) || ':' || address,
            order_number = CAST(substr(calendar_text, instr(calendar_text, 'SEQUENCE:') + 9, 9) AS INTEGER)
        WHERE calendar_text LIKE '%SEQUENCE:%'
        """;

    private const string Postgres = """
        UPDATE mails SET order_key = 'meeting:' || substring(calendar_text from 'UID:(.{32})') || ':' || address,
            order_number = CAST(substring(calendar_text from 'SEQUENCE:([0-9]{1,9})') AS integer)
        WHERE calendar_text LIKE '%SEQUENCE:%'
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("order_key", "mails", nullable: true);
        migrationBuilder.AddColumn<int>("order_number", "mails", nullable: false, defaultValue: 0);
        migrationBuilder.Sql(migrationBuilder.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) is true ? Postgres : Sqlite);
    }
}
