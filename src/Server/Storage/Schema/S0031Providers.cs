using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0031_providers")]
internal sealed class S0031Providers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateServiceKinds(migrationBuilder);
        CreateProviders(migrationBuilder);
        CreateOfferings(migrationBuilder);
        CreateServiceContacts(migrationBuilder);
        CreateContacts(migrationBuilder);
    }

    private static void CreateServiceKinds(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "service_kinds",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                code = table.Column<string>(),
                name = table.Column<string>(),
                kana = table.Column<string>(nullable: true),
                group = table.Column<string>(),
                unit = table.Column<string>(),
                position = table.Column<int>(),
                is_retired = table.Column<bool>(),
            },
            constraints: static table => table.PrimaryKey("pk_service_kinds", static row => row.id));
        migrationBuilder.CreateIndex("ix_service_kinds_office_id_code", "service_kinds", ["office_id", "code"], unique: true);
    }

    private static void CreateProviders(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "providers",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                number = table.Column<string>(),
                name = table.Column<string>(),
                kana = table.Column<string>(nullable: true),
                address = table.Column<string>(nullable: true),
                phone = table.Column<string>(nullable: true),
                fax = table.Column<string>(nullable: true),
                mail = table.Column<string>(nullable: true),
                note = table.Column<string>(nullable: true),
                closed_on = table.Column<DateOnly>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_providers", static row => row.id));
        migrationBuilder.CreateIndex("ix_providers_office_id_number", "providers", ["office_id", "number"], unique: true);
    }

    private static void CreateOfferings(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "offerings",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                provider_id = table.Column<Guid>(),
                service_kind_id = table.Column<Guid>(),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_offerings", static row => row.id);
                table.ForeignKey("fk_offerings_providers", static row => row.provider_id, "providers", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_offerings_provider_id_service_kind_id", "offerings", ["provider_id", "service_kind_id"], unique: true);
    }

    private static void CreateServiceContacts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "service_contacts",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                provider_id = table.Column<Guid>(),
                name = table.Column<string>(),
                job = table.Column<string>(),
                mail = table.Column<string>(nullable: true),
                phone = table.Column<string>(nullable: true),
                fax = table.Column<string>(nullable: true),
                left_on = table.Column<DateOnly>(nullable: true),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_service_contacts", static row => row.id);
                table.ForeignKey("fk_service_contacts_providers", static row => row.provider_id, "providers", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_service_contacts_provider_id", "service_contacts", "provider_id");
    }

    private static void CreateContacts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "contacts",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                category = table.Column<string>(),
                name = table.Column<string>(),
                organisation = table.Column<string>(nullable: true),
                job = table.Column<string>(nullable: true),
                municipality_id = table.Column<Guid>(nullable: true),
                mail = table.Column<string>(nullable: true),
                phone = table.Column<string>(nullable: true),
                fax = table.Column<string>(nullable: true),
                note = table.Column<string>(nullable: true),
                left_on = table.Column<DateOnly>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_contacts", static row => row.id));
        migrationBuilder.CreateIndex("ix_contacts_office_id_category", "contacts", ["office_id", "category"]);
    }
}
