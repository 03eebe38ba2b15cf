using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Releasing;

/// <summary>Asks a second person to approve the draft as it stands; an older request for the same procedure gives way.</summary>
public static class AskApproval
{
    public static async Task<Outcome<PublishRequest>> HandleAsync(string key, string? note, OfficeDb db, CheckDraft check, TimeProvider clock, CancellationToken stop)
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

        var found = await check.HandleAsync(key, draft.Source, db, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var older = await db.PublishRequests.Where(row => row.Key == key && (row.State == RequestState.Waiting || row.State == RequestState.Approved)).ToListAsync(stop);
        older.ForEach(static row => row.State = RequestState.Withdrawn);
        var request = new PublishRequest
        {
            Id = Guid.CreateVersion7(),
            OfficeId = person.OfficeId,
            Key = key,
            Source = draft.Source,
            Note = words,
            Authors = draft.Authors,
            AskedAt = clock.GetUtcNow(),
            AskedBy = person.PersonId,
        };
        db.PublishRequests.Add(request);
        db.Note(person.OfficeId, request.AskedAt, "approval-asked", $"procedure:{key}", $"手続き「{found.Process!.Name}」の下書きの公開の承認を求めた。");
        await db.SaveChangesAsync(stop);
        return request;
    }
}
