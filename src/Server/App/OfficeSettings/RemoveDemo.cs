using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Demo;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>
/// The demo office goes, all of it, in one commit, and an empty one with the link of its first administrator takes its place: who tried the
/// product begins with it. No other office can be removed.
/// </summary>
internal sealed class RemoveDemo(OfficeDbs dbs, PrepareOffices prepare, TimeProvider clock)
{
    public const string Address = "/settings/demo";

    /// <returns>Null where the office is not the demo.</returns>
    public static async Task<Confirmation?> AskAsync(Guid officeId, OfficeDb db, CancellationToken stop) =>
        await DemoOffice.IsItAsync(officeId, db, stop)
            ? new Confirmation(
                "デモの事業所を消す",
                "デモの事業所を消して、空の事業所で始めますか。元に戻すことはできません。",
                [
                    $"利用者{await db.Clients.CountAsync(stop)}人と案件{await db.Cases.CountAsync(stop)}件を含む、デモの記録がすべて消えます。あなたが入力したものも消えます。",
                    "デモの職員は全員サインインできなくなります。あなたもここでサインアウトします。",
                    "次の画面に、最初の事務管理者のための、一度だけ使えるリンクが出ます。その場で開いてください。",
                    "サーバーのフォルダー data/mail に書いたデモのメールは、ファイルのまま残ります。",
                ],
                Address,
                "デモを消して始める",
                "/settings")
            { Here = "/settings" }
            : null;

    /// <returns>The path of the first administrator's link; null where the office is not the demo.</returns>
    public async Task<string?> HandleAsync(Guid officeId, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("demo-removal"));
        var (office, link) = await db.InTransactionAsync<(Guid Office, string? Link)>(
            async inner =>
            {
                if (!await DemoOffice.IsItAsync(officeId, db, inner))
                {
                    return (Guid.Empty, null);
                }

                await DeleteAsync(officeId, db, inner);
                var now = clock.GetUtcNow();
                var (begun, path) = FirstAdministrator.Begin(db, now);
                db.Note(begun, now, "demo-removed", $"office:{officeId}", "デモの事業所を消し、空の事業所で始めた。");
                await db.SaveChangesAsync(inner);
                return (begun, path);
            },
            stop);
        if (link is not null)
        {
            await prepare.HandleAsync(office, stop);
        }

        return link;
    }

    private static async Task DeleteAsync(Guid officeId, OfficeDb db, CancellationToken stop)
    {
        var people = await db.PersonRoles.Where(row => row.OfficeId == officeId).Select(static row => row.PersonId).Distinct().ToListAsync(stop);
        var elsewhere = await db.PersonRoles.Where(row => row.OfficeId != officeId && people.Contains(row.PersonId)).Select(static row => row.PersonId).ToListAsync(stop);
        var only = people.Except(elsewhere).ToList();
        foreach (var table in ChildrenFirst(db.Model.GetEntityTypes()))
        {
            await DeleteAsync(table, officeId, only, db, stop);
        }

        await db.People.Where(person => only.Contains(person.Id)).ExecuteDeleteAsync(stop);
        await db.Offices.Where(office => office.Id == officeId).ExecuteDeleteAsync(stop);
    }

    /// <summary>What carries the office, and what carries a person who is nowhere else.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "EF1002", Justification = "Names of tables and columns come from the model.")]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "S2077", Justification = "Names of tables and columns come from the model.")]
    private static async Task DeleteAsync(IEntityType table, Guid officeId, IReadOnlyList<Guid> people, OfficeDb db, CancellationToken stop)
    {
        if (typeof(IOfficeRow).IsAssignableFrom(table.ClrType))
        {
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM {table.GetTableName()} WHERE office_id = {{0}}", [officeId], stop);
            return;
        }

        foreach (var person in table.FindProperty("PersonId") is null ? [] : people)
        {
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM {table.GetTableName()} WHERE person_id = {{0}}", [person], stop);
        }
    }

    /// <summary>Rows that point at others go before those.</summary>
    private static List<IEntityType> ChildrenFirst(IEnumerable<IEntityType> tables)
    {
        var order = new List<IEntityType>();
        foreach (var table in tables)
        {
            Visit(table, order);
        }

        return order;
    }

    private static void Visit(IEntityType table, List<IEntityType> order)
    {
        if (order.Contains(table))
        {
            return;
        }

        foreach (var child in table.GetReferencingForeignKeys().Select(static key => key.DeclaringEntityType).Where(child => child != table))
        {
            Visit(child, order);
        }

        order.Add(table);
    }
}
