using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Books;
using OfficeWorkflow.Server.Office.Arriving.Books;
using OfficeWorkflow.Server.Office.Arriving.Sheets;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving;

/// <summary>A brought book: before it is taken over, the dry run; after that, what came of it.</summary>
public static class ShowArrival
{
    /// <summary>Findings on one page; who has more mends these first.</summary>
    public const int MostFindings = 200;

    public sealed record Count(string Name, int Rows);

    /// <param name="Counts">What would be, or was, added.</param>
    public sealed record Model(Arrival Arrival, IReadOnlyList<Count> Counts, IReadOnlyList<RowFinding> Findings, IReadOnlyList<Refusal> Refusals)
    {
        public int Rows => Counts.Sum(static count => count.Rows);

        public int Wrong => Findings.Count(static finding => finding.IsWrong);

        public bool CanBeTaken => Arrival.State is ArrivalState.Shown && Wrong == 0 && Rows > 0;
    }

    internal static async Task<Model?> HandleAsync(
        Guid id, IReadOnlyList<Refusal> refusals, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var arrival = await db.Arrivals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop);
        if (arrival is null)
        {
            return null;
        }

        if (BookOf(arrival) is { } book)
        {
            var reading = ArrivalReader.Read(book, await LoadSurroundings.HandleAsync(viewer, db, clock, stop));
            return new Model(arrival, CountsOf(reading.Rows.Select(static row => row.Kind)), reading.Findings, refusals);
        }

        var kinds = await db.ArrivedRows.Where(row => row.ArrivalId == id).Select(static row => row.Kind).ToListAsync(stop);
        return new Model(arrival, CountsOf(kinds), [], refusals);
    }

    /// <summary>The file's sheets, or null where it was taken over and is no longer kept.</summary>
    internal static IReadOnlyList<BookSheet>? BookOf(Arrival arrival) =>
        arrival.Content is { } content && BookReader.Read(arrival.FileName, content) is Outcome<IReadOnlyList<BookSheet>>.Done { Value: var book } ? book : null;

    private static List<Count> CountsOf(IEnumerable<SheetKind> kinds) =>
        [.. kinds.CountBy(static kind => kind).OrderBy(static count => count.Key).Select(static count => new Count(SheetLayouts.Of(count.Key).Name, count.Value))];
}
