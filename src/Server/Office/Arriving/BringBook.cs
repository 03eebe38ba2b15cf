using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Books;
using OfficeWorkflow.Server.Office.Arriving.Books;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving;

/// <summary>取り込み, first half: a file is brought and shown; nothing of it is in the office yet.</summary>
public static class BringBook
{
    private const int LongestName = 150;

    public sealed record Line(Guid Id, string FileName, ArrivalState State, DateTimeOffset BroughtAt, string? BroughtBy, int Rows);

    public sealed record Model(IReadOnlyList<Line> Lines, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model> ShowAsync(IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop)
    {
        var rows = db.ArrivedRows;
        var lines = await (
            from arrival in db.Arrivals
            join person in db.Set<People.Person>() on arrival.BroughtBy equals person.Id into persons
            from person in persons.DefaultIfEmpty()
            orderby arrival.BroughtAt descending
            select new Line(
                arrival.Id,
                arrival.FileName,
                arrival.State,
                arrival.BroughtAt,
                person == null ? null : person.Name,
                rows.Count(row => row.ArrivalId == arrival.Id))).Take(100).ToListAsync(stop);
        return new Model(lines, refusals);
    }

    internal static async Task<Outcome<Guid>> HandleAsync(IFormFile? file, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (file is null)
        {
            return new Refusal("file-missing", "取り込むファイルを選んでください。", "file");
        }

        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, stop);
        }

        if (BookReader.Read(file.FileName, bytes) is Outcome<IReadOnlyList<BookSheet>>.Refused no)
        {
            return no.Refusal;
        }

        var arrival = Arrival.Of(viewer.OfficeId, viewer.PersonId, Named(file.FileName), bytes, clock.GetUtcNow());
        db.Add(arrival);
        db.Note(viewer.OfficeId, arrival.BroughtAt, "book-brought", $"arrival:{arrival.Id}", "取り込むファイルを持ち込んだ。");
        await db.SaveChangesAsync(stop);
        return arrival.Id;
    }

    private static string Named(string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        return name.Length > LongestName ? name[..LongestName] : name;
    }
}
