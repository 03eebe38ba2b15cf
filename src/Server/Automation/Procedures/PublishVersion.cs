using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>Makes the draft the next version; new cases use it from its first day on, running ones stay where they are.</summary>
public static class PublishVersion
{
    public sealed record Form(string? Note, DateOnly? StartsOn);

    public static async Task<Outcome<ProcedureVersion>> HandleAsync(
        string key, Form form, OfficeDb db, CheckDraft check, Publishing publishing, TimeProvider clock, CancellationToken stop)
    {
        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person publishes.");
        var today = CivilTime.DayOf(clock.GetUtcNow(), WorkCalendar.Tokyo);
        if (string.IsNullOrWhiteSpace(form.Note))
        {
            return new Refusal("note-missing", "何をなぜ変えたかを入力してください。", nameof(form.Note));
        }

        if (form.StartsOn < today)
        {
            return new Refusal("start-in-past", "使い始める日は今日以後にしてください。", nameof(form.StartsOn));
        }

        if (await db.ProcedureDrafts.SingleOrDefaultAsync(row => row.OfficeId == person.OfficeId && row.Key == key, stop) is not { } draft)
        {
            return new Refusal("draft-unknown", "公開する下書きがありません。図を編集して保存してください。", Kind: RefusalKind.Unknown);
        }

        var found = await check.HandleAsync(key, draft.Source, db, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var publication = new Publication(person.OfficeId, draft.Source, form.Note.Trim(), form.StartsOn ?? today, person.PersonId);
        var version = await publishing.AddAsync(db, publication, found.Process!, stop);
        db.ProcedureDrafts.Remove(draft);
        try
        {
            await db.SaveChangesAsync(stop);
            return version;
        }
        catch (DbUpdateException)
        {
            return new Refusal("published-by-another", "ほかの人が同時に公開しました。新しい版を確かめてからやり直してください。", Kind: RefusalKind.Conflict);
        }
    }
}
