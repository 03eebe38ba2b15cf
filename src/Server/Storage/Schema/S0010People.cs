using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0010_people")]
internal sealed class S0010People : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "people",
            static table => new
            {
                id = table.Column<Guid>(),
                name = table.Column<string>(),
                mail = table.Column<string>(),
                mail_key = table.Column<string>(),
                password_hash = table.Column<string>(nullable: true),
                security_stamp = table.Column<string>(),
                failed_sign_ins = table.Column<int>(),
                locked_until = table.Column<DateTime>(nullable: true),
                closed_at = table.Column<DateTime>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_people", static row => row.id));
        migrationBuilder.CreateIndex("ix_people_mail_key", "people", "mail_key", unique: true);
        CreateRoles(migrationBuilder);
        CreateLinks(migrationBuilder);
    }

    private static void CreateRoles(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "person_roles",
            static table => new
            {
                office_id = table.Column<Guid>(),
                person_id = table.Column<Guid>(),
                role = table.Column<string>(),
                given_at = table.Column<DateTime>(),
            },
            constraints: static table => table.PrimaryKey("pk_person_roles", static row => new { row.office_id, row.person_id, row.role }));
        migrationBuilder.CreateIndex("ix_person_roles_person_id", "person_roles", "person_id");
    }

    private static void CreateLinks(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "welcome_links",
            static table => new
            {
                id = table.Column<Guid>(),
                person_id = table.Column<Guid>(),
                secret_hash = table.Column<string>(),
                made_at = table.Column<DateTime>(),
                expires_at = table.Column<DateTime>(),
                used_at = table.Column<DateTime>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_welcome_links", static row => row.id));
        migrationBuilder.CreateIndex("ix_welcome_links_person_id", "welcome_links", "person_id");
        migrationBuilder.CreateIndex("ix_welcome_links_secret_hash", "welcome_links", "secret_hash", unique: true);
    }
}
