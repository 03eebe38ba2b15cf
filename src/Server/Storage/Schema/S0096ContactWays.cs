using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>How somebody wants to be told, and whether in one mail a day.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0096_contact_ways")]
internal sealed class S0096ContactWays : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("way", "mails", nullable: false, defaultValue: "Mail");
        migrationBuilder.AddColumn<string>("number", "mails", nullable: true);
        migrationBuilder.AddColumn<string>("handed_by_name", "mails", nullable: true);
        migrationBuilder.AddColumn<bool>("wants_digest", "people", nullable: false, defaultValue: false);
        foreach (var contacts in new[] { "contacts", "service_contacts" })
        {
            migrationBuilder.AddColumn<string>("way", contacts, nullable: true);
            migrationBuilder.AddColumn<bool>("wants_digest", contacts, nullable: false, defaultValue: false);
        }
    }
}
