using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving;

/// <summary>取り込み, second half: all rows of a book in one commit, or none. The book is read again, against the office as it is now.</summary>
public static class TakeBook
{
    private static readonly Refusal Done = new("arrival-done", "このファイルの取り込みは済んでいます。", Kind: RefusalKind.Conflict);

    internal static async Task<Outcome<int>> HandleAsync(Guid id, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var arrival = await db.Arrivals.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (arrival is null)
        {
            return new Refusal("arrival-unknown", "このファイルはありません。", Kind: RefusalKind.Unknown);
        }

        if (arrival.State is not ArrivalState.Shown || await ShowArrival.ReadAsync(arrival, viewer, db, clock, stop) is not { } reading)
        {
            return Done;
        }

        if (reading.IsWrong || reading.Rows.Count == 0)
        {
            return new Refusal("arrival-wrong", "直すところがあるため、まだ何も取り込んでいません。下の一覧のとおりファイルを直し、もう一度選んでください。");
        }

        var now = clock.GetUtcNow();
        db.AddRange(reading.Rows.Select(static row => row.Row));
        db.AddRange(reading.Rows.Select(row => new ArrivedRow { ArrivalId = id, RowId = row.Id, OfficeId = viewer.OfficeId, Kind = row.Kind }));
        arrival.Take(now);
        db.Note(viewer.OfficeId, now, "book-taken", $"arrival:{id}", $"ファイルから{reading.Rows.Count}件を取り込んだ");
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Pressed twice, or in two tabs: the first one took it.
            return Done;
        }

        return reading.Rows.Count;
    }
}
