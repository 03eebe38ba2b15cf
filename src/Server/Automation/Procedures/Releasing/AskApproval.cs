using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Releasing;

/// <summary>Asks a second person to approve the draft as it stands; an older request for the same procedure gives way.</summary>
public static class AskApproval
{
    /// <param name="read">Mark of the draft that was looked at.</param>
    public static async Task<Outcome<PublishRequest>> HandleAsync(
        string key, string? note, string read, OfficeDb db, CheckDraft check, TimeProvider clock, CancellationToken stop)
    {
        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person asks.");
        if (PublishVersion.NoteOf(note) is not { } words)
        {
            return PublishVersion.NoteMissing;
        }

        if (await db.ProcedureDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, stop) is not { } draft)
        {
            return PublishVersion.NoDraft;
        }

        var last = await db.Procedures.Where(row => row.Key == key).Select(static row => row.LastVersion).SingleOrDefaultAsync(stop);
        if (PublishVersion.OtherThanRead(read, draft, last) is { } other)
        {
            return other;
        }

        var found = await check.HandleAsync(key, draft.Source, db, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var older = await db.PublishRequests.Where(row => row.Key == key && (row.State == RequestState.Waiting || row.State == RequestState.Approved)).ToListAsync(stop);
        older.ForEach(static row => row.State = RequestState.Withdrawn);
        var request = db.PublishRequests.Add(RequestFor(draft, words, clock.GetUtcNow(), person)).Entity;
        db.Note(person.OfficeId, request.AskedAt, "approval-asked", $"procedure:{key}", $"手続き「{found.Process!.Name}」の下書きの公開の承認を求めた。");
        await db.SaveChangesAsync(stop);
        return request;
    }

    private static PublishRequest RequestFor(ProcedureDraft draft, string note, DateTimeOffset at, Scope.Person person) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = person.OfficeId,
        Key = draft.Key,
        Source = draft.Source,
        Note = note,
        Authors = draft.Authors,
        AskedAt = at,
        AskedBy = person.PersonId,
    };
}
