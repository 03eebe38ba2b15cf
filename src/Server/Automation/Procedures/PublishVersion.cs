using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Procedures.Releasing;
using OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>Makes the draft the next version; new cases use it from its first day on, running ones stay where they are.</summary>
public static class PublishVersion
{
    private const int LongestNote = 2_000;

    public sealed record Form(string? Note, DateOnly? StartsOn);

    internal static Refusal NoteMissing => new("note-missing", $"何をなぜ変えたかを入力してください({LongestNote:N0}文字まで)。", nameof(Form.Note));

    internal static Refusal NoDraft => new("draft-unknown", "公開する下書きがありません。図を編集して保存してください。", Kind: RefusalKind.Unknown);

    private static Refusal ByAnother => new(
        "published-by-another", "ほかの人が同時に公開しました。新しい版を確かめてからやり直してください。", Kind: RefusalKind.Conflict);

    internal static string? NoteOf(string? typed) => typed?.Trim() is { Length: > 0 and <= LongestNote } note ? note : null;

    internal static Task<bool> NeedsApprovalAsync(Guid officeId, OfficeDb db, CancellationToken stop) =>
        db.Offices.AnyAsync(row => row.Id == officeId && row.NeedsApproval, stop);

    public static async Task<Outcome<ProcedureVersion>> HandleAsync(
        string key, Form form, OfficeDb db, CheckDraft check, RunTrials trials, Publishing publishing, TimeProvider clock, CancellationToken stop)
    {
        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person publishes.");
        var today = CivilTime.DayOf(clock.GetUtcNow(), WorkCalendar.Tokyo);
        if (NoteOf(form.Note) is not { } note)
        {
            return NoteMissing;
        }

        if (form.StartsOn < today)
        {
            return new Refusal("start-in-past", "使い始める日は今日以後にしてください。", nameof(form.StartsOn));
        }

        if (await db.ProcedureDrafts.SingleOrDefaultAsync(row => row.OfficeId == person.OfficeId && row.Key == key, stop) is not { } draft)
        {
            return NoDraft;
        }

        var found = await trials.AddAsync(await check.HandleAsync(key, draft.Source, db, stop), db, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var approved = await ApprovedAsync(draft, db, stop);
        if (approved is null && await NeedsApprovalAsync(person.OfficeId, db, stop))
        {
            return new Refusal(
                "approval-needed", "この事業所では、公開する前にもう一人の承認が要ります。公開のページで承認を求めてください。承認のあとで下書きを変えたときは、もう一度求めてください。", Kind: RefusalKind.Conflict);
        }

        var publication = new Publication(person.OfficeId, draft.Source, note, form.StartsOn ?? today, person.PersonId);
        var version = await publishing.AddAsync(db, publication, found.Process!, stop);
        db.ProcedureDrafts.Remove(draft);
        approved?.State = RequestState.Published;
        return await SavedAsync(version, db, stop);
    }

    /// <summary>Of two who publish at once one does.</summary>
    internal static async Task<Outcome<ProcedureVersion>> SavedAsync(ProcedureVersion version, OfficeDb db, CancellationToken stop)
    {
        try
        {
            await Publishing.SaveAsync(db, [version], stop);
            return version;
        }
        catch (DbUpdateException)
        {
            return ByAnother;
        }
    }

    /// <summary>What was approved is just this text: a draft that was changed since is another one.</summary>
    private static Task<PublishRequest?> ApprovedAsync(ProcedureDraft draft, OfficeDb db, CancellationToken stop) =>
        db.PublishRequests
            .Where(row => row.OfficeId == draft.OfficeId && row.Key == draft.Key && row.State == RequestState.Approved && row.Source == draft.Source)
            .FirstOrDefaultAsync(stop);
}
