using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>A consent that was taken back says at which moment: of two on one day, the day does not tell which was asked before. What was recorded before has it from its audit row.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0201_consent_withdrawals")]
internal sealed class S0201ConsentWithdrawals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("withdrawn_at", "consents", nullable: true);
        migrationBuilder.Sql("""
            UPDATE consents SET withdrawn_at =
                (SELECT MIN(audit.at) FROM audit WHERE audit.act = 'consent-withdrawn' AND audit.about = 'consent:' || LOWER(CAST(consents.id AS text)))
            WHERE withdrawn_on IS NOT NULL
            """);
    }
}
