using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0030_clients")]
internal sealed class S0030Clients : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateClients(migrationBuilder);
        CreateFamilyMembers(migrationBuilder);
        CreateMunicipalities(migrationBuilder);
        CreateClientContacts(migrationBuilder);
    }

    private static void CreateClients(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "clients",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                name = table.Column<string>(),
                kana = table.Column<string>(),
                birth_on = table.Column<DateOnly>(),
                gender = table.Column<string>(),
                handling = table.Column<string>(),
                address = table.Column<string>(nullable: true),
                dwelling = table.Column<string>(),
                phone = table.Column<string>(nullable: true),
                mobile_phone = table.Column<string>(nullable: true),
                fax = table.Column<string>(nullable: true),
                mail = table.Column<string>(nullable: true),
                disability = table.Column<string>(nullable: true),
                handbook = table.Column<string>(nullable: true),
                municipality_id = table.Column<Guid>(nullable: true),
                specialist_id = table.Column<Guid>(nullable: true),
                registered_at = table.Column<DateTime>(),
                registered_by = table.Column<Guid>(nullable: true),
                closed_on = table.Column<DateOnly>(nullable: true),
                closed_reason = table.Column<string>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_clients", static row => row.id));
        migrationBuilder.CreateIndex("ix_clients_office_id_kana_id", "clients", ["office_id", "kana", "id"]);
    }

    private static void CreateFamilyMembers(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "family_members",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                name = table.Column<string>(),
                kana = table.Column<string>(nullable: true),
                relation = table.Column<string>(),
                birth_on = table.Column<DateOnly>(nullable: true),
                address = table.Column<string>(nullable: true),
                phone = table.Column<string>(nullable: true),
                mail = table.Column<string>(nullable: true),
                lives_together = table.Column<bool>(),
                is_guardian = table.Column<bool>(),
                is_legal_guardian = table.Column<bool>(),
                is_key_person = table.Column<bool>(),
                note = table.Column<string>(nullable: true),
                recorded_at = table.Column<DateTime>(),
                left_on = table.Column<DateOnly>(nullable: true),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_family_members", static row => row.id);
                table.ForeignKey("fk_family_members_clients", static row => row.client_id, "clients", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_family_members_client_id", "family_members", "client_id");
    }

    private static void CreateMunicipalities(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "municipalities",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                number = table.Column<string>(nullable: true),
                name = table.Column<string>(),
                department = table.Column<string>(nullable: true),
                phone = table.Column<string>(nullable: true),
                fax = table.Column<string>(nullable: true),
                mail = table.Column<string>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_municipalities", static row => row.id));
        migrationBuilder.CreateIndex("ix_municipalities_office_id", "municipalities", "office_id");
    }

    private static void CreateClientContacts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "client_contacts",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                contact_id = table.Column<Guid>(),
                role = table.Column<string>(nullable: true),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_client_contacts", static row => row.id);
                table.ForeignKey("fk_client_contacts_clients", static row => row.client_id, "clients", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_client_contacts_client_id_contact_id", "client_contacts", ["client_id", "contact_id"], unique: true);
    }
}
