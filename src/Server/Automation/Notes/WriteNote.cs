using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Notes;

/// <summary>Writes a note on a case, ended or not, with papers or without.</summary>
public static class WriteNote
{
    public const int LongestText = 4_000;

    public const int MostFiles = 10;

    internal static async Task<Outcome<Guid>> HandleAsync(
        Guid caseId, string? typed, IReadOnlyList<IFormFile> files, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var file = await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == caseId, stop);
        if (file is null)
        {
            return new Refusal("case-unknown", "この案件は見つかりません。", Kind: RefusalKind.Unknown);
        }

        var text = TypedText.Clean(typed ?? "").Trim();
        var sent = files.Where(static one => one.Length > 0).ToList();
        if (Wrong(text, sent) is { } wrong)
        {
            return wrong;
        }

        var now = clock.GetUtcNow();
        var note = new CaseNote { Id = Guid.CreateVersion7(now), OfficeId = file.OfficeId, CaseId = caseId, WrittenAt = now, WrittenBy = viewer.PersonId, Text = text };
        foreach (var (position, one) in sent.Index())
        {
            switch (await DocumentStore.KeepAsync(db, one, new DocumentOrigin(file.OfficeId, file.Subject, caseId, viewer.PersonId, now), stop))
            {
                case Outcome<Document>.Done kept:
                    note.Documents.Add(new NoteDocument { NoteId = note.Id, DocumentId = kept.Value.Id, OfficeId = file.OfficeId, Position = position });
                    break;
                case Outcome<Document>.Refused no:
                    db.ChangeTracker.Clear();
                    return no.Refusal with { Reason = $"「{one.FileName}」: {no.Refusal.Reason}", Field = "files" };
            }
        }

        db.Add(note);
        db.Note(file.OfficeId, now, "note-written", $"case:{caseId}", "案件にメモを書いた", caseId);
        await db.SaveChangesAsync(stop);
        return note.Id;
    }

    private static Refusal? Wrong(string text, List<IFormFile> files) => (text.Length, files.Count) switch
    {
        (0, 0) => new Refusal("required", "メモを書くか、書類を選んでください。", "text"),
        ( > LongestText, _) => new Refusal("too-long", $"メモは{LongestText}文字までです。分けて書いてください。", "text"),
        (_, > MostFiles) => new Refusal("too-many-files", $"一度に付けられる書類は{MostFiles}つまでです。", "files"),
        _ => null,
    };
}
