using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>Keeps the unpublished edit of a procedure, errors and all.</summary>
public static partial class SaveDraft
{
    public static async Task<Outcome<DraftCheck>> HandleAsync(
        string key, string source, OfficeDb db, CheckDraft check, TimeProvider clock, CancellationToken stop)
    {
        if (!KeyShape().IsMatch(key))
        {
            return new Refusal("key-unreadable", "手続きのキーは英小文字・数字・ハイフンで、文字から始めてください。", nameof(key));
        }

        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person edits a draft.");
        var found = await check.HandleAsync(key, source, db, stop);
        if (source.Contains('\0', StringComparison.Ordinal))
        {
            return found.Refusal!;
        }

        var draft = await db.ProcedureDrafts.SingleOrDefaultAsync(row => row.OfficeId == person.OfficeId && row.Key == key, stop);
        if (draft is null)
        {
            draft = new ProcedureDraft { OfficeId = person.OfficeId, Key = key, Source = source, ChangedAt = clock.GetUtcNow() };
            db.ProcedureDrafts.Add(draft);
        }

        draft.Source = source;
        draft.ChangedAt = clock.GetUtcNow();
        draft.ChangedBy = person.PersonId;
        await db.SaveChangesAsync(stop);
        return found;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,63}$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyShape();
}
