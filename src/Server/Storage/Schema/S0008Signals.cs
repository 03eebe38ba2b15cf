using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0008_signals")]
internal sealed class S0008Signals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "signal_waits",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(),
                hearing_id = table.Column<string>(),
                node_id = table.Column<string>(),
                signal_name = table.Column<string>(),
                since = table.Column<DateTimeOffset>(),
            },
            constraints: static table => table.PrimaryKey("pk_signal_waits", static row => row.id));
        migrationBuilder.CreateIndex("ix_signal_waits_office_id_signal_name", "signal_waits", ["office_id", "signal_name"]);
        migrationBuilder.CreateIndex("ix_signal_waits_case_id_hearing_id", "signal_waits", ["case_id", "hearing_id"], unique: true);

        migrationBuilder.CreateTable(
            "signal_starts",
            static table => new
            {
                version_id = table.Column<Guid>(),
                node_id = table.Column<string>(),
                office_id = table.Column<Guid>(),
                procedure_key = table.Column<string>(),
                signal_name = table.Column<string>(),
            },
            constraints: static table => table.PrimaryKey("pk_signal_starts", static row => new { row.version_id, row.node_id }));
        migrationBuilder.CreateIndex("ix_signal_starts_office_id_signal_name", "signal_starts", ["office_id", "signal_name"]);

        migrationBuilder.AddColumn<int>("version", "case_inbox", nullable: true);
    }
}
