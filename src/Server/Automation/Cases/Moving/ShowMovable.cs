using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Moving;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

/// <summary>The cases that could be moved to a version, with what is to be chosen and what would become of each.</summary>
public static class ShowMovable
{
    /// <param name="On">The day as typed; empty for now. Before anything is typed, the first day of a version that begins later.</param>
    public sealed record Model(string Key, string Name, int Number, DateOnly StartsOn, PreviewMove.Model Preview, MoveChoices Choices, string On)
    {
        public bool MayMove { get; init; }

        /// <summary>The version was published just now.</summary>
        public bool IsFresh { get; init; }

        /// <summary>When they move; null for at once.</summary>
        public DateTimeOffset? DueAt { get; init; }

        /// <summary>Cases that came to their version by the last move, for the way back.</summary>
        public IReadOnlyList<Guid> Ticked { get; init; } = [];

        public IReadOnlyList<MoveBatch> Batches { get; init; } = [];

        /// <summary>Cases that a batch will move already.</summary>
        public IReadOnlyList<Guid> Waiting { get; init; } = [];

        /// <summary>How many cases were to be moved to an older version until this one was published.</summary>
        public int Overtaken { get; init; }

        public IReadOnlyList<Refusal> Refusals { get; init; } = [];
    }

    /// <param name="isBack">The way back of the last move is proposed.</param>
    /// <returns>Null when there is no such version.</returns>
    public static async Task<Model?> HandleAsync(
        string key, int? to, MoveChoices choices, string? on, bool isBack, OfficeDb db, PreviewMove preview, TimeProvider clock, CancellationToken stop)
    {
        var version = await db.ProcedureVersions.AsNoTracking().Where(row => row.Key == key && (to == null || row.Number == to))
            .OrderByDescending(static row => row.Number).FirstOrDefaultAsync(stop);
        if (version is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var isToCome = version.StartsOn > CivilTime.DayOf(now, WorkCalendar.Tokyo);
        var batches = await db.MoveBatches.AsNoTracking().Where(row => row.Key == key).OrderByDescending(static row => row.AskedAt).ToListAsync(stop);
        var last = isBack ? batches.FirstOrDefault(batch => batch.Number < version.Number) : null;
        var proposed = last is null || choices != MoveChoices.None ? choices : ChosenMoves.Back(ChosenMoves.Read(last.Choices));
        var day = on ?? (isToCome ? JapaneseEra.Date(version.StartsOn) : "");
        var due = MoveCases.DueAt(day, now);
        var model = await preview.HandleAsync(db, key, version.Source, version.Id, proposed, due ?? now, stop);
        return new Model(
            key,
            await db.Procedures.Where(row => row.Key == key).Select(static row => row.Name).SingleOrDefaultAsync(stop) ?? key,
            version.Number,
            version.StartsOn,
            model,
            proposed,
            day)
        {
            DueAt = due > now ? due : null,
            Refusals = due is null ? [MoveCases.DateWrong] : [],
            Batches = batches,
            Overtaken = await OvertakenMoves.CountAsync(version, db, stop),
            Ticked = last is null ? [] : await db.MoveItems.Where(item => item.BatchId == last.Id && item.State == MoveState.Moved).Select(static item => item.CaseId!.Value).ToListAsync(stop),
            Waiting = await db.MoveItems.Where(static item => item.State == MoveState.Waiting && item.CaseId != null).Select(static item => item.CaseId!.Value).ToListAsync(stop),
        };
    }
}
