using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

/// <summary>
/// A case is found by its label, reading and procedure, folded. The server folds; of older cases the folded text of their first work stands in, which holds all of it,
/// and where a case had no work, what lists were searched by before.
/// </summary>
[DbContext(typeof(OfficeDb))]
[Migration("0175_case_search")]
internal sealed class S0175CaseSearch : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("search_text", "cases", nullable: false, defaultValue: "");
        migrationBuilder.Sql(
            """
            UPDATE cases SET search_text = coalesce(
                (SELECT min(work_items.search_text) FROM work_items WHERE work_items.case_id = cases.id),
                coalesce(subject_label, '') || ' ' || coalesce(subject_reading, '') || ' ' || procedure_name)
            """);
    }
}
