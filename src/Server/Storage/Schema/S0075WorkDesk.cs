using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>Work is put off, ordered by weight, prepared by others, kept from some, and done by a substitute during leave.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0075_work_desk")]
internal sealed class S0075WorkDesk : Migration
{
    private const string Work = "work_items";
    private const string Open = "ended_at IS NULL";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("subject_reading", "cases", nullable: true);
        migrationBuilder.CreateIndex("ix_cases_office_id_started_by", "cases", ["office_id", "started_by"]);
        AddColumns(migrationBuilder);
        AddIndexes(migrationBuilder);
        migrationBuilder.CreateTable(
            "work_exclusions",
            static table => new
            {
                work_id = table.Column<Guid>(),
                person_id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
            },
            constraints: static table => table.PrimaryKey("pk_work_exclusions", static row => new { row.work_id, row.person_id }));
        migrationBuilder.CreateIndex("ix_work_exclusions_person_id", "work_exclusions", "person_id");
        CreateAbsences(migrationBuilder);
    }

    private static void AddColumns(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("procedure_key", Work, defaultValue: "");
        migrationBuilder.AddColumn<string>("subject", Work, nullable: true);
        migrationBuilder.AddColumn<string>("subject_sort", Work, defaultValue: "");
        migrationBuilder.AddColumn<int>("priority", Work, defaultValue: 2);
        migrationBuilder.AddColumn<DateTime>("follow_up_at", Work, nullable: true);
        migrationBuilder.AddColumn<Guid>("owner_id", Work, nullable: true);
        migrationBuilder.AddColumn<Guid>("finished_for_id", Work, nullable: true);
        migrationBuilder.Sql(
            """
            UPDATE work_items SET
                procedure_key = (SELECT cases.procedure_key FROM cases WHERE cases.id = work_items.case_id),
                subject = (SELECT cases.subject FROM cases WHERE cases.id = work_items.case_id),
                subject_sort = (SELECT coalesce(cases.subject_label, '') FROM cases WHERE cases.id = work_items.case_id)
            """);
    }

    private static void AddIndexes(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("ix_work_items_open_subject", Work, ["office_id", "subject_sort", "id"], filter: Open);
        migrationBuilder.CreateIndex("ix_work_items_open_priority", Work, ["office_id", "priority", "sort_at", "id"], filter: Open);
        migrationBuilder.CreateIndex("ix_work_items_open_owner", Work, ["office_id", "owner_id"], filter: "owner_id IS NOT NULL AND ended_at IS NULL");
        migrationBuilder.CreateIndex("ix_work_items_done", Work, ["office_id", "finished_by_id", "ended_at", "id"]);
    }

    private static void CreateAbsences(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "absences",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                person_id = table.Column<Guid>(),
                substitute_id = table.Column<Guid>(),
                from_on = table.Column<DateOnly>(),
                until_on = table.Column<DateOnly>(),
                set_by = table.Column<Guid>(),
                set_at = table.Column<DateTime>(),
                ended_by = table.Column<Guid>(nullable: true),
                ended_at = table.Column<DateTime>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_absences", static row => row.id));
        migrationBuilder.CreateIndex("ix_absences_office_id_substitute_id", "absences", ["office_id", "substitute_id"]);
        migrationBuilder.CreateIndex("ix_absences_office_id_person_id", "absences", ["office_id", "person_id"]);
    }
}
