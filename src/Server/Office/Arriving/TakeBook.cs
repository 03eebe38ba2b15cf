using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Books;
using OfficeWorkflow.Server.Office.Arriving.Sheets;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving;

/// <summary>取り込み, second half: all rows of a book in one commit, or none. The book is read again, against the office as it is now, and no other book comes in between.</summary>
public static class TakeBook
{
    private static readonly Refusal Done = new("arrival-done", "このファイルの取り込みは済んでいます。", Kind: RefusalKind.Conflict);

    private static readonly Refusal Empty = new("arrival-empty", "新しく登録するものはありません。同じものが、ほかの画面で先に登録されています。", Kind: RefusalKind.Conflict);

    internal static async Task<Outcome<int>> HandleAsync(Guid id, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var arrival = await db.Arrivals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop);
        if (arrival is null)
        {
            return new Refusal("arrival-unknown", "このファイルはありません。", Kind: RefusalKind.Unknown);
        }

        if (arrival.State is not ArrivalState.Shown || ShowArrival.BookOf(arrival) is not { } book)
        {
            return Done;
        }

        try
        {
            return await BooksInTurn.HandleAsync(viewer, db, inner => TakeAsync(id, book, viewer, db, clock, inner), stop);
        }
        catch (DbUpdateException)
        {
            // Not another book: a page wrote the same number between our reading and our writing.
            return new Refusal("arrival-overtaken", "ほかの画面で、同じものがいま登録されました。下の一覧を確かめて、もう一度「取り込む」を押してください。", Kind: RefusalKind.Conflict);
        }
    }

    private static async Task<Outcome<int>> TakeAsync(Guid id, IReadOnlyList<BookSheet> book, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Arrivals.SingleOrDefaultAsync(row => row.Id == id && row.State == ArrivalState.Shown, stop) is not { } arrival)
        {
            // Pressed twice, or in two tabs: the first one took it.
            return Done;
        }

        var reading = ArrivalReader.Read(book, await LoadSurroundings.HandleAsync(viewer, db, clock, stop));
        if (reading.IsWrong)
        {
            return new Refusal("arrival-wrong", "直すところがあるため、まだ何も取り込んでいません。下の一覧のとおりファイルを直し、もう一度選んでください。");
        }

        if (reading.Rows.Count == 0)
        {
            return Empty;
        }

        var now = clock.GetUtcNow();
        db.AddRange(reading.Rows.Select(static row => row.Row));
        db.AddRange(reading.Rows.Select(row => new ArrivedRow { ArrivalId = id, RowId = row.Id, OfficeId = viewer.OfficeId, Kind = row.Kind }));
        arrival.Take(now);
        db.Note(viewer.OfficeId, now, "book-taken", $"arrival:{id}", $"ファイルから{reading.Rows.Count}件を取り込んだ");
        await db.SaveChangesAsync(stop);
        return reading.Rows.Count;
    }
}
