using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running.Effects;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.Webhooks;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows;
using OfficeWorkflow.Workflows.Moving;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Running;

/// <summary>
/// The only way to the engine: load, decide, apply the effects as rows, one SaveChanges. What the caller has added to the context is
/// saved in the same commit, or not at all.
/// </summary>
public sealed class CaseRunner(ProcedureLibrary library, OfficeCalendars calendars, WebhookBook webhooks)
{
    private const int MostAttempts = 100;

    /// <summary>
    /// Tells a case one input. Who loses the race for the case reads it again and tells again; a refusal saves nothing.
    /// </summary>
    public Task<Outcome<CaseFile>> TellAsync(OfficeDb db, Guid caseId, Input input, CancellationToken stop) =>
        TellAsync(db, caseId, input, lateBy: null, stop);

    /// <param name="lateBy">For a timer that fires late: by how much.</param>
    public async Task<Outcome<CaseFile>> TellAsync(OfficeDb db, Guid caseId, Input input, TimeSpan? lateBy, CancellationToken stop)
    {
        // One connection for the whole step: taking it anew for each statement costs more than some of the statements.
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            return await TellOnceAsync(db, caseId, input, lateBy, stop);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Begins a case with its first input, in one commit.</summary>
    public async Task<Outcome<CaseFile>> BeginAsync(OfficeDb db, CaseFile file, Input input, CancellationToken stop)
    {
        db.Cases.Add(file);
        var calendar = await calendars.OfAsync(db, file.OfficeId, stop);
        return await TryAsync(db, file, calendar, input, lateBy: null, stop)
            ?? throw new InvalidOperationException($"Case {file.Id} has begun already.");
    }

    /// <summary>Moves a case to another version of its procedure, in one commit, or says why it cannot be.</summary>
    /// <param name="at">With the office's own calendar, for timers that start again.</param>
    public async Task<Outcome<CaseFile>> MoveAsync(
        OfficeDb db, CaseFile file, ProcedureVersion version, MoveChoices choices, DateTimeOffset at, Guid? by, CancellationToken stop)
    {
        if (file.TakesNothing || !string.Equals(version.Key, file.ProcedureKey, StringComparison.Ordinal))
        {
            var notMovable = new Refusal("case-not-movable", "この案件はその版へ移せません。案件を開き直して選び直してください。", Kind: RefusalKind.Conflict);
            return await LastAct.TellAsync(notMovable, file.Id, db, stop);
        }

        var (from, to) = (await library.ProcessAsync(db, file.VersionId, stop), await library.ProcessAsync(db, version.Id, stop));
        var calendar = await calendars.OfAsync(db, file.OfficeId, stop);
        var state = CaseFormat.Read(file.State);
        switch (Moves.Move(from, to, state, choices, at, calendar, by?.ToString()))
        {
            case Decision.Refused refused:
                return new Refusal(refused.Code, refused.Reason, Kind: RefusalKind.Conflict);
            case Decision.Accepted accepted:
                file.VersionId = version.Id;
                var decided = new Decided(file, to, calendar, Moves.Told(at, by?.ToString()), state, accepted, LateBy: null);
                if (await SaveAsync(db, decided, stop) is Saving.Done)
                {
                    return file;
                }

                var busy = new Refusal("case-busy", "この案件は今ほかの処理で動きました。もう一度お試しください。", Kind: RefusalKind.Conflict);
                return await LastAct.TellAsync(busy, file.Id, db, stop);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<Outcome<CaseFile>> TellOnceAsync(OfficeDb db, Guid caseId, Input input, TimeSpan? lateBy, CancellationToken stop)
    {
        var offices = db.Offices;
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var found = await db.Cases
                .Where(file => file.Id == caseId)
                .Select(file => new { File = file, Calendar = offices.Where(office => office.Id == file.OfficeId).Select(static office => (int?)office.CalendarVersion).FirstOrDefault() })
                .SingleOrDefaultAsync(stop);
            if (found is null)
            {
                return new Refusal("case-unknown", "この案件は見つかりません。一覧に戻って選び直してください。", Kind: RefusalKind.Unknown);
            }

            var calendar = await calendars.OfAsync(db, found.File.OfficeId, found.Calendar, stop);
            if (await TryAsync(db, found.File, calendar, input, lateBy, stop) is { } answer)
            {
                return answer;
            }
        }

        return new Refusal("case-busy", "この案件は今ほかの処理で混み合っています。少し待ってもう一度お試しください。", Kind: RefusalKind.Conflict);
    }

    /// <returns>Null when another was faster and the case must be read again.</returns>
    private async Task<Outcome<CaseFile>?> TryAsync(OfficeDb db, CaseFile file, WorkCalendar calendar, Input input, TimeSpan? lateBy, CancellationToken stop)
    {
        if (file.TakesNothing && input is not Input.Cancelled)
        {
            return new Refusal("case-ended", "この案件は終わっています。", Kind: RefusalKind.Conflict);
        }

        var process = await library.ProcessAsync(db, file.VersionId, stop);
        var state = file.State.Length == 0 ? null : CaseFormat.Read(file.State);
        switch (Engine.Decide(process, state, input with { Calendar = calendar }))
        {
            case Decision.Refused refused:
                return new Refusal(refused.Code, refused.Reason, Kind: RefusalKind.Conflict);
            case Decision.Accepted accepted:
                var decided = new Decided(file, process, calendar, input, state, accepted, lateBy);
                return await SaveAsync(db, decided, stop) switch
                {
                    Saving.Done => new Outcome<CaseFile>.Done(file),
                    Saving.HandsChanged when input is Input.WorkFinished or Input.SentBack => WorkAnswers.ChangedHands,
                    _ => null,
                };
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<Saving> SaveAsync(OfficeDb db, Decided decided, CancellationToken stop)
    {
        var callers = new CallersRows(db);
        var revision = decided.File.Revision;
        try
        {
            // On PostgreSQL another may have taken away between the two reads what this decision would take away.
            await Applying.ApplyAsync(db, decided, stop);
            WebhookEffects.Apply(db, decided, await webhooks.OfAsync(decided.File.OfficeId, db, stop));
            await db.SaveChangesAsync(stop);
            return Saving.Done;
        }
        catch (DbUpdateException lost) when (revision > 0)
        {
            // The history row of this number, the revision or another holder of the work was there first; anything else is not a lost race.
            var stored = await db.Cases.Where(file => file.Id == decided.File.Id).Select(static file => file.Revision).SingleAsync(stop);
            var changedHands = lost.Entries is [{ Entity: WorkItem }, ..] && lost is DbUpdateConcurrencyException;
            if (stored == revision && !changedHands)
            {
                throw;
            }

            await callers.KeepOnlyAsync(decided.File, stop);
            return stored == revision ? Saving.HandsChanged : Saving.Again;
        }
    }

    private enum Saving
    {
        Done,

        /// <summary>Something else happened to the case in between.</summary>
        Again,

        /// <summary>The case stands as it was read, but its work is no longer whose it was.</summary>
        HandsChanged,
    }
}
