using System.Text.Json.Serialization;
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

    /// <summary>Code of the refusal of what was not looked at.</summary>
    internal const string ChangedMeanwhile = "draft-other-than-read";

    /// <param name="StartsOn">First day on which new cases use it; null for today, or for the day of the newest version where that is still to come.</param>
    /// <param name="Read">Mark of the draft that was looked at; null publishes whatever there is.</param>
    public sealed record Form(string? Note, DateOnly? StartsOn, [property: JsonIgnore] string? Read = null);

    internal static Refusal NoteMissing => new("note-missing", $"何をなぜ変えたかを入力してください({LongestNote:N0}文字まで)。", nameof(Form.Note));

    internal static Refusal NoDraft => new("draft-unknown", "公開する下書きがありません。図を編集して保存してください。", Kind: RefusalKind.Unknown);

    private static Refusal ByAnother => new(
        "published-by-another", "ほかの人が同時に公開しました。新しい版を確かめてからやり直してください。", Kind: RefusalKind.Conflict);

    private static Refusal ApprovalNeeded => new(
        "approval-needed", "この事業所では、公開する前にもう一人の承認が要ります。公開のページで承認を求めてください。承認のあとで下書きを変えたときは、もう一度求めてください。", Kind: RefusalKind.Conflict);

    private static Refusal? WrongOf(Form form, DateOnly today) =>
        NoteOf(form.Note) is null ? NoteMissing
        : form.StartsOn < today ? new Refusal("start-in-past", "使い始める日は今日以後にしてください。", nameof(form.StartsOn))
        : null;

    /// <summary>Where nobody says a day: what is drawn on top of a version that waits for its day would else bring that one into force before it.</summary>
    internal static DateOnly FirstDay(DateOnly? ofLast, DateOnly today) => ofLast is { } day && day > today ? day : today;

    /// <summary>What is published, or put before a second person, is what was looked at.</summary>
    internal static Refusal? OtherThanRead(string? read, ProcedureDraft draft, int last) =>
        read is null || DraftMark.Read(read) == DraftMark.Of(draft, last)
            ? null
            : new Refusal(
                ChangedMeanwhile, "このページを開いたあとで、下書きか公開中の版が変わりました。下の「変わること」は今の下書きのものです。確かめてから、もう一度押してください。", Kind: RefusalKind.Conflict);

    internal static string? NoteOf(string? typed) => typed?.Trim() is { Length: > 0 and <= LongestNote } note ? note : null;

    internal static Task<bool> NeedsApprovalAsync(Guid officeId, OfficeDb db, CancellationToken stop) =>
        db.Offices.AnyAsync(row => row.Id == officeId && row.NeedsApproval, stop);

    public static async Task<Outcome<ProcedureVersion>> HandleAsync(
        string key, Form form, OfficeDb db, CheckDraft check, RunTrials trials, Publishing publishing, TimeProvider clock, CancellationToken stop)
    {
        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person publishes.");
        var today = CivilTime.DayOf(clock.GetUtcNow(), WorkCalendar.Tokyo);
        if (WrongOf(form, today) is { } wrong)
        {
            return wrong;
        }

        if (await db.ProcedureDrafts.SingleOrDefaultAsync(row => row.OfficeId == person.OfficeId && row.Key == key, stop) is not { } draft)
        {
            return NoDraft;
        }

        var last = await db.ProcedureVersions.AsNoTracking().Where(row => row.Key == key).OrderByDescending(static row => row.Number).Select(static row => new { row.Number, row.StartsOn }).FirstOrDefaultAsync(stop);
        if (OtherThanRead(form.Read, draft, last?.Number ?? 0) is { } other)
        {
            return other;
        }

        var found = await trials.AddAsync(await check.HandleAsync(key, draft.Source, db, stop), db, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var approved = await ApprovedAsync(draft, db, stop);
        if (approved is null && await NeedsApprovalAsync(person.OfficeId, db, stop))
        {
            return ApprovalNeeded;
        }

        var publication = new Publication(person.OfficeId, draft.Source, NoteOf(form.Note)!, form.StartsOn ?? FirstDay(last?.StartsOn, today), person.PersonId);
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
