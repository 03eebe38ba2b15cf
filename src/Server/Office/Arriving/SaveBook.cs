using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Books;
using OfficeWorkflow.Server.Office.Arriving.Sheets;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving;

/// <summary>書き出し: all lists of the office as one book. Whoever takes so much away at once is noted.</summary>
public static class SaveBook
{
    internal static async Task<byte[]> HandleAsync(Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var book = BookOfOffice.Write(await LoadSurroundings.HandleAsync(viewer, db, clock, stop));
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "book-saved", $"office:{viewer.OfficeId}", "登録されている一覧をファイルに書き出した");
        await db.SaveChangesAsync(stop);
        return XlsxWriter.Write(book);
    }
}
