using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving;

/// <summary>Books of an office come in and go out one after the other: each is read against what the one before left.</summary>
internal static class BooksInTurn
{
    public static Task<T> HandleAsync<T>(Viewer viewer, OfficeDb db, Func<CancellationToken, Task<T>> act, CancellationToken stop) => db.InTransactionAsync(
        async inner =>
        {
            // Written as it is: whoever comes second waits here until the first has committed.
            await db.Offices.Where(office => office.Id == viewer.OfficeId).ExecuteUpdateAsync(static row => row.SetProperty(static office => office.Name, static office => office.Name), inner);
            return await act(inner);
        },
        stop);
}
