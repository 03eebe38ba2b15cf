using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Moving;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

/// <summary>Puts running cases down to be moved: one, ten, all, or those that were ticked; now or at a date.</summary>
public static class MoveCases
{
    private const int Few = 10;

    /// <param name="To">Number of the version.</param>
    /// <param name="Which"><c>one</c>, <c>ten</c>, <c>all</c> or <c>ticked</c>: the oldest first.</param>
    /// <param name="On">The day on which they move; empty for now.</param>
    public sealed record Form(int To, string? Which, IReadOnlyList<Guid> Ticked, string? On);

    internal static Refusal DateWrong => new("date-wrong", "移す日は、今日以後の日付で入力してください。空欄なら、すぐ移します。", "on");

    public static async Task<Outcome<MoveBatch>> HandleAsync(
        string key, Form form, MoveChoices choices, OfficeDb db, PreviewMove preview, TimeProvider clock, CancellationToken stop)
    {
        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person moves cases.");
        var now = clock.GetUtcNow();
        if (await ProcedureLibrary.NumberAsync(db, person.OfficeId, key, form.To, stop) is not { } version)
        {
            return new Refusal("version-unknown", "移す先の版が見つかりません。手続きのページから開き直してください。", Kind: RefusalKind.Unknown);
        }

        if (DueAt(form.On, now) is not { } due)
        {
            return DateWrong;
        }

        var model = await preview.HandleAsync(db, key, version.Source, version.Id, choices, due, stop);
        var waiting = await db.MoveItems.Where(static item => item.State == MoveState.Waiting && item.CaseId != null).Select(static item => item.CaseId!.Value).ToListAsync(stop);
        var movable = model.Rows.Where(row => row.IsMovable && !waiting.Contains(row.CaseId)).ToList();
        var chosen = form.Which switch
        {
            "one" => [.. movable.Take(1)],
            "ten" => [.. movable.Take(Few)],
            "all" => movable,
            _ => [.. movable.Where(row => form.Ticked.Contains(row.CaseId))],
        };
        if (chosen.Count == 0)
        {
            return new Refusal("nothing-to-move", "移せる案件がありません。タイマーや移す先を選んでから、案件を選び直してください。", Kind: RefusalKind.Conflict);
        }

        var batch = Add(db, person, version, choices, due, now);
        db.MoveItems.AddRange(chosen.Select(row => Item(batch, row.CaseId, row.Number)));
        if (form.Which is "all" && due > now)
        {
            db.MoveItems.Add(Item(batch, caseId: null, fromNumber: 0));
        }

        db.Note(person.OfficeId, now, "cases-move-asked", $"procedure:{key}", $"動いている案件 {chosen.Count} 件を第{version.Number}版へ移すことにした。");
        await db.SaveChangesAsync(stop);
        return batch;
    }

    internal static MoveItem Item(MoveBatch batch, Guid? caseId, int fromNumber) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = batch.OfficeId,
        BatchId = batch.Id,
        CaseId = caseId,
        DueAt = batch.DueAt,
        FromNumber = fromNumber,
    };

    /// <summary>Null for what is no day to come.</summary>
    internal static DateTimeOffset? DueAt(string? typed, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return now;
        }

        var today = CivilTime.DayOf(now, WorkCalendar.Tokyo);
        return TypedText.Day(typed) is { } day && day >= today ? day == today ? now : CivilTime.At(day, TimeOnly.MinValue, WorkCalendar.Tokyo) : null;
    }

    private static MoveBatch Add(OfficeDb db, Scope.Person person, ProcedureVersion version, MoveChoices choices, DateTimeOffset due, DateTimeOffset now) =>
        db.MoveBatches.Add(new MoveBatch
        {
            Id = Guid.CreateVersion7(),
            OfficeId = person.OfficeId,
            Key = version.Key,
            VersionId = version.Id,
            Number = version.Number,
            Choices = ChosenMoves.Write(choices),
            DueAt = due,
            AskedAt = now,
            AskedBy = person.PersonId,
        }).Entity;
}
