using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work.Handover;

/// <summary>What was typed so far goes with the work to whoever prepares it, and comes back prepared; nobody's typing is lost on the way.</summary>
internal static class HandoverDrafts
{
    /// <summary>The helper begins with what its owner typed. The owner keeps theirs: the work may come back otherwise than prepared.</summary>
    public static async Task LendAsync(Guid workId, Guid owner, Guid helper, OfficeDb db, CancellationToken stop)
    {
        if (owner == helper || await FindAsync(workId, owner, db, stop) is not { } lent)
        {
            return;
        }

        if (await FindAsync(workId, helper, db, stop) is not { } own)
        {
            db.FormDrafts.Add(Of(lent, helper));
            return;
        }

        // The later one counts; what the other alone says is kept beside it.
        var (later, earlier) = lent.SavedAt > own.SavedAt ? (lent, own) : (own, lent);
        Write(own, DraftText.Write(DraftText.Read(later.Typed).FilledFrom(DraftText.Read(earlier.Typed))), later.SavedAt);
    }

    public static async Task GiveBackAsync(Guid workId, Guid helper, Guid owner, OfficeDb db, CancellationToken stop)
    {
        if (owner == helper || await FindAsync(workId, helper, db, stop) is not { } prepared)
        {
            return;
        }

        if (await FindAsync(workId, owner, db, stop) is { } own)
        {
            Write(own, prepared.Typed, prepared.SavedAt);
        }
        else
        {
            db.FormDrafts.Add(Of(prepared, owner));
        }

        db.FormDrafts.Remove(prepared);
    }

    private static Task<FormDraft?> FindAsync(Guid workId, Guid person, OfficeDb db, CancellationToken stop) =>
        db.FormDrafts.SingleOrDefaultAsync(row => row.WorkId == workId && row.PersonId == person, stop);

    private static FormDraft Of(FormDraft draft, Guid person) =>
        new() { OfficeId = draft.OfficeId, WorkId = draft.WorkId, PersonId = person, Typed = draft.Typed, SavedAt = draft.SavedAt, Revision = 1 };

    private static void Write(FormDraft draft, string typed, DateTimeOffset savedAt)
    {
        (draft.Typed, draft.SavedAt) = (typed, savedAt);
        draft.Revision++;
    }
}
