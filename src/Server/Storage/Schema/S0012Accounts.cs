using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0012_accounts")]
internal sealed class S0012Accounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateSessions(migrationBuilder);
        CreateSecondFactors(migrationBuilder);
        migrationBuilder.CreateTable(
            "lost_passwords",
            static table => new
            {
                id = table.Column<Guid>(),
                mail_key = table.Column<string>(),
                asked_at = table.Column<DateTimeOffset>(),
                handled_at = table.Column<DateTimeOffset>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_lost_passwords", static row => row.id));
        migrationBuilder.CreateIndex("ix_lost_passwords_handled_at", "lost_passwords", "handled_at");
        migrationBuilder.CreateIndex("ix_lost_passwords_mail_key_asked_at", "lost_passwords", ["mail_key", "asked_at"]);
    }

    private static void CreateSessions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "sign_in_sessions",
            static table => new
            {
                id = table.Column<Guid>(),
                person_id = table.Column<Guid>(),
                stamp = table.Column<string>(),
                device = table.Column<string>(),
                begun_at = table.Column<DateTimeOffset>(),
                seen_at = table.Column<DateTimeOffset>(),
                ended_at = table.Column<DateTimeOffset>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_sign_in_sessions", static row => row.id));
        migrationBuilder.CreateIndex("ix_sign_in_sessions_person_id", "sign_in_sessions", "person_id");
        migrationBuilder.CreateIndex("ix_sign_in_sessions_seen_at", "sign_in_sessions", "seen_at");
    }

    private static void CreateSecondFactors(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "second_factors",
            static table => new
            {
                person_id = table.Column<Guid>(),
                protected_secret = table.Column<string>(),
                made_at = table.Column<DateTimeOffset>(),
                confirmed_at = table.Column<DateTimeOffset>(nullable: true),
                last_step = table.Column<long>(),
            },
            constraints: static table => table.PrimaryKey("pk_second_factors", static row => row.person_id));
        migrationBuilder.CreateTable(
            "recovery_codes",
            static table => new
            {
                id = table.Column<Guid>(),
                person_id = table.Column<Guid>(),
                hash = table.Column<string>(),
                used_at = table.Column<DateTimeOffset>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_recovery_codes", static row => row.id));
        migrationBuilder.CreateIndex("ix_recovery_codes_person_id_hash", "recovery_codes", ["person_id", "hash"], unique: true);
    }
}
