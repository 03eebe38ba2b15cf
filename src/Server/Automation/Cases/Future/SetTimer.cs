using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Cases.Future;

/// <summary>A person who leads sets a moment that a case waits for to another date, and says why.</summary>
public static class SetTimer
{
    private const int LongestReason = 1_000;
    private const int FarthestYears = 10;

    public sealed record Form(string? Date, string? Time, string? Reason);

    public sealed record Model(Guid CaseId, string Procedure, string? Subject, FutureTimer Timer, Form Form)
    {
        public IReadOnlyList<Refusal> Refusals { get; init; } = [];
    }

    /// <returns>Null where the case waits for no such moment any more.</returns>
    public static async Task<Model?> ShowAsync(Guid caseId, Guid timerId, Form? typed, OfficeDb db, ProcedureLibrary library, CancellationToken stop)
    {
        var row = await db.Timers.AsNoTracking().SingleOrDefaultAsync(timer => timer.Id == timerId && timer.CaseId == caseId && timer.State == TimerState.Armed, stop);
        var file = await db.Cases.AsNoTracking().SingleOrDefaultAsync(file => file.Id == caseId, stop);
        if (row is null || file is not { TakesNothing: false })
        {
            return null;
        }

        var timer = ShowFuture.Of(row, file, await library.ProcessAsync(db, file.VersionId, stop), isCalled: false);
        var local = JapaneseEra.InTokyo(row.DueAt);
        return new Model(caseId, file.ProcedureName, file.SubjectLabel, timer, typed ?? new Form(JapaneseEra.Date(DateOnly.FromDateTime(local.DateTime)), JapaneseEra.Clock(local), Reason: null));
    }

    public static async Task<Outcome<CaseFile>> HandleAsync(
        Guid caseId, Guid timerId, Form form, OfficeDb db, CaseRunner runner, TimeProvider clock, CancellationToken stop)
    {
        var row = await db.Timers.AsNoTracking().SingleOrDefaultAsync(timer => timer.Id == timerId && timer.CaseId == caseId && timer.State == TimerState.Armed, stop);
        if (row is null)
        {
            return new Refusal("timer-unknown", "この案件は、もうその時刻を待っていません。案件を開き直してください。", Kind: RefusalKind.Unknown);
        }

        var now = clock.GetUtcNow();
        if (Wrong(form, now) is { } wrong)
        {
            return wrong;
        }

        var (dueAt, reason) = (MomentOf(form)!.Value, form.Reason!.Trim());
        var by = (db.Scope as Scope.Person)?.PersonId.ToString();
        db.Note(row.OfficeId, now, "timer-set", $"case:{caseId}", $"案件の待つ時刻を{JapaneseEra.Long(row.DueAt)}から{JapaneseEra.Long(dueAt)}に変えた。", caseId);
        return await runner.TellAsync(db, caseId, new Input.TimerSet(now, row.TimerId!, dueAt, reason, by), stop);
    }

    private static Refusal? Wrong(Form form, DateTimeOffset now)
    {
        List<Refusal> wrong = [];
        if (TypedText.Day(form.Date ?? "") is null)
        {
            wrong.Add(new Refusal("not-a-date", "日付が読めません。例: 令和8年3月26日、R8.3.26、2026/3/26", "date"));
        }

        if (TypedText.Clock(form.Time ?? "") is null)
        {
            wrong.Add(new Refusal("not-a-time", "時刻が読めません。例: 9:30、9時30分", "time"));
        }

        if (MomentOf(form) is { } at && (at <= now || at > now.AddYears(FarthestYears)))
        {
            wrong.Add(new Refusal("timer-out-of-range", "いまより後の、10年以内の日時にしてください。", "date"));
        }

        if (form.Reason?.Trim() is not { Length: > 0 and <= LongestReason })
        {
            wrong.Add(new Refusal("reason-missing", "変える理由を1,000文字までで入力してください。", "reason"));
        }

        return wrong.Count == 0 ? null : wrong[0] with { Others = wrong[1..] };
    }

    private static DateTimeOffset? MomentOf(Form form) =>
        TypedText.Day(form.Date ?? "") is { } day && TypedText.Clock(form.Time ?? "") is { } clock ? CivilTime.At(day, clock, WorkCalendar.Tokyo) : null;
}
