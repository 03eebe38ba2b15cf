using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Notes;

/// <summary>The notes of a case and of what it called, newest first.</summary>
public static class ShowNotes
{
    public sealed record Paper(Guid Id, string Name);

    public sealed record Line(Guid Id, DateTimeOffset At, string? By, string Text, IReadOnlyList<Paper> Papers);

    /// <param name="Typed">What was refused, so that it is not lost.</param>
    public sealed record Model(Guid CaseId, IReadOnlyList<Line> Lines, bool CanWrite, string? Typed, IReadOnlyList<Refusal> Refusals)
    {
        /// <summary>The work beside which it is written, and to whose page the writer comes back.</summary>
        public Guid? WorkId { get; init; }
    }

    internal static async Task<IReadOnlyList<Line>> LinesAsync(
        IReadOnlyCollection<Guid> caseIds, IReadOnlyDictionary<Guid, string> names, OfficeDb db, CancellationToken stop)
    {
        var notes = await db.CaseNotes.AsNoTracking()
            .Include(static note => note.Documents.OrderBy(row => row.Position))
            .Where(note => caseIds.Contains(note.CaseId))
            .OrderByDescending(static note => note.WrittenAt)
            .ThenByDescending(static note => note.Id)
            .ToListAsync(stop);
        var ids = notes.SelectMany(static note => note.Documents).Select(static row => row.DocumentId).ToList();
        var papers = await db.Documents.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(static row => row.Id, static row => row.Name, stop);
        return
        [
            .. notes.Select(note => new Line(
                note.Id, note.WrittenAt, names.GetValueOrDefault(note.WrittenBy), note.Text, [.. note.Documents.Select(row => new Paper(row.DocumentId, papers[row.DocumentId]))])),
        ];
    }
}
