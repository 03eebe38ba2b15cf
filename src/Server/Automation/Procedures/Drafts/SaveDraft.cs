using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>Keeps the unpublished edit of a procedure, errors and all.</summary>
public static partial class SaveDraft
{
    /// <param name="Revision">The revision that was edited; null saves on top of whatever there is.</param>
    /// <param name="BasedOn">The version from which the edited draft began: revisions are counted anew after each publication.</param>
    /// <param name="Keep">What goes among the kept copies: <c>theirs</c> (the stored draft gives way) or <c>mine</c> (this text does).</param>
    public sealed record Form(string Source, int? Revision = null, int? BasedOn = null, string? Keep = null)
    {
        public bool IsOn(DraftMark now) => Revision is null || (Revision == now.Revision && (BasedOn is null || BasedOn == now.BasedOn));
    }

    public sealed record Saved(DraftCheck Check, DraftMark Mark, DateTimeOffset At);

    public static Task<Outcome<Saved>> HandleAsync(string key, Form form, OfficeDb db, CheckDraft check, TimeProvider clock, CancellationToken stop) =>
        HandleAsync(key, form, drawnBy: [], db, check, clock, stop);

    /// <param name="drawnBy">Ids of those who drew the text before.</param>
    internal static async Task<Outcome<Saved>> HandleAsync(
        string key, Form form, IEnumerable<string> drawnBy, OfficeDb db, CheckDraft check, TimeProvider clock, CancellationToken stop)
    {
        if (!KeyShape().IsMatch(key))
        {
            return new Refusal("key-unreadable", "手続きのキーは英小文字・数字・ハイフンで、文字から始めてください。", nameof(key));
        }

        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person edits a draft.");
        var found = await check.HandleAsync(key, form.Source, db, stop);
        if (form.Source.Contains('\0', StringComparison.Ordinal))
        {
            return found.Refusal!;
        }

        var at = clock.GetUtcNow();
        var draft = await db.ProcedureDrafts.SingleOrDefaultAsync(row => row.OfficeId == person.OfficeId && row.Key == key, stop);
        var last = await db.Procedures.Where(row => row.OfficeId == person.OfficeId && row.Key == key).Select(static row => row.LastVersion).SingleOrDefaultAsync(stop);
        if (!form.IsOn(DraftMark.Of(draft, last)))
        {
            return Conflict;
        }

        if (form.Keep is "mine")
        {
            db.DraftCopies.Add(Copy(key, form.Source, (at, person.PersonId, Joined(draft?.Authors, person.PersonId.ToString())), person, at));
            await db.SaveChangesAsync(stop);
            return new Saved(found, DraftMark.Of(draft, last), at);
        }

        if (form.Keep is "theirs" && draft is not null)
        {
            db.DraftCopies.Add(Copy(key, draft.Source, (draft.ChangedAt, draft.ChangedBy, draft.Authors), person, at));
        }

        draft ??= db.ProcedureDrafts.Add(new ProcedureDraft { OfficeId = person.OfficeId, Key = key, Source = form.Source, ChangedAt = at, BasedOn = last }).Entity;
        draft.Authors = drawnBy.Append(person.PersonId.ToString()).Aggregate(draft.Authors, Joined);
        return await WriteAsync(draft, form.Source, at, person, db, stop) ? new Saved(found, DraftMark.Of(draft, last), at) : Conflict;
    }

    /// <summary>False where another save came between.</summary>
    private static async Task<bool> WriteAsync(ProcedureDraft draft, string source, DateTimeOffset at, Scope.Person person, OfficeDb db, CancellationToken stop)
    {
        (draft.Source, draft.ChangedAt, draft.ChangedBy) = (source, at, person.PersonId);
        draft.Revision++;
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    private static string Joined(string? authors, string more) =>
        string.Join(',', (authors ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Append(more).Distinct(StringComparer.Ordinal));

    private static DraftCopy Copy(string key, string source, (DateTimeOffset At, Guid? By, string Authors) saved, Scope.Person person, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = person.OfficeId,
        Key = key,
        Source = source,
        SavedAt = saved.At,
        SavedBy = saved.By,
        Authors = saved.Authors,
        KeptAt = at,
    };

    private static Refusal Conflict => new(
        "draft-changed", "別の画面でこの下書きが保存されています。どちらで続けるかを選んでください。", Kind: RefusalKind.Conflict);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,63}$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyShape();
}
