using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0032_certificates")]
internal sealed class S0032Certificates : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateCertificates(migrationBuilder);
        CreateAllottedAmounts(migrationBuilder);
        CreateMonitoringMonths(migrationBuilder);
    }

    private static void CreateCertificates(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "certificates",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                kind = table.Column<string>(),
                number = table.Column<string>(),
                municipality_id = table.Column<Guid>(nullable: true),
                issued_on = table.Column<DateOnly>(nullable: true),
                support_level = table.Column<string>(),
                support_level_until = table.Column<DateOnly>(nullable: true),
                copay_cap = table.Column<decimal>(nullable: true),
                consultation_from = table.Column<DateOnly>(nullable: true),
                consultation_until = table.Column<DateOnly>(nullable: true),
                monitoring_text = table.Column<string>(nullable: true),
                note = table.Column<string>(nullable: true),
                document_id = table.Column<Guid>(nullable: true),
                replaces_id = table.Column<Guid>(nullable: true),
                recorded_at = table.Column<DateTime>(),
                recorded_by = table.Column<Guid>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_certificates", static row => row.id));
        migrationBuilder.CreateIndex("ix_certificates_client_id_recorded_at", "certificates", ["client_id", "recorded_at"]);
    }

    private static void CreateAllottedAmounts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "allotted_amounts",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                certificate_id = table.Column<Guid>(),
                service_kind_id = table.Column<Guid>(),
                service_name = table.Column<string>(),
                amount = table.Column<decimal>(nullable: true),
                unit = table.Column<string>(),
                from = table.Column<DateOnly>(),
                until = table.Column<DateOnly>(),
                position = table.Column<int>(),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_allotted_amounts", static row => row.id);
                table.ForeignKey("fk_allotted_amounts_certificates", static row => row.certificate_id, "certificates", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_allotted_amounts_certificate_id", "allotted_amounts", "certificate_id");
    }

    private static void CreateMonitoringMonths(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "monitoring_months",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                certificate_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                month = table.Column<DateOnly>(),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_monitoring_months", static row => row.id);
                table.ForeignKey("fk_monitoring_months_certificates", static row => row.certificate_id, "certificates", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_monitoring_months_certificate_id", "monitoring_months", "certificate_id");
        migrationBuilder.CreateIndex("ix_monitoring_months_office_id_month", "monitoring_months", ["office_id", "month"]);
    }
}
