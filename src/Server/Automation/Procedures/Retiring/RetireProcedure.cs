using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Procedures.Releasing;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Comparing;

namespace OfficeWorkflow.Server.Automation.Procedures.Retiring;

/// <summary>The office uses a procedure no more, or again. What another procedure in use calls cannot go.</summary>
public static class RetireProcedure
{
    private const int LongestReason = 1_000;

    public sealed record Form(string? Reason);

    private static Refusal Unknown => new("procedure-unknown", "この手続きは公開されていません。一覧に戻って選び直してください。", Kind: RefusalKind.Unknown);

    public static async Task<Outcome<Procedure>> HandleAsync(string key, Form form, OfficeDb db, ProcedureLibrary library, TimeProvider clock, CancellationToken stop)
    {
        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person retires a procedure.");
        if (await db.Procedures.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, stop) is not { } procedure)
        {
            return Unknown;
        }

        var reason = PlainText.Of(form.Reason ?? "").Trim();
        if (reason.Length is 0 or > LongestReason)
        {
            return new Refusal("reason-missing", $"使うのをやめる理由を{LongestReason:N0}文字までで入力してください。", "reason");
        }

        if (await CallersAsync(key, db, library, stop) is [_, ..] callers)
        {
            return new Refusal(
                "procedure-called", $"この手続きは{string.Concat(callers.Select(static name => $"「{name}」"))}から呼び出されています。先にそちらを変えるか、使うのをやめてください。", Kind: RefusalKind.Conflict);
        }

        if (!await db.Retirements.AnyAsync(row => row.ProcedureKey == key, stop))
        {
            var now = clock.GetUtcNow();
            db.Retirements.Add(new Retirement { OfficeId = person.OfficeId, ProcedureKey = key, At = now, By = person.PersonId, Reason = reason });
            db.Note(person.OfficeId, now, "procedure-retired", $"procedure:{key}", $"手続き「{procedure.Name}」を使うのをやめた。理由: {reason}");
            await db.SaveChangesAsync(stop);
        }

        return procedure;
    }

    public static async Task<Outcome<Procedure>> TakeUpAsync(string key, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Procedures.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, stop) is not { } procedure)
        {
            return Unknown;
        }

        if (await db.Retirements.SingleOrDefaultAsync(row => row.ProcedureKey == key, stop) is { } retirement)
        {
            db.Retirements.Remove(retirement);
            db.Note(procedure.OfficeId, clock.GetUtcNow(), "procedure-taken-up", $"procedure:{key}", $"手続き「{procedure.Name}」をまた使うことにした。");
            await db.SaveChangesAsync(stop);
        }

        return procedure;
    }

    /// <summary>Names of the procedures in use that call it.</summary>
    private static async Task<IReadOnlyList<string>> CallersAsync(string key, OfficeDb db, ProcedureLibrary library, CancellationToken stop)
    {
        var calling = (await WhereUsed.OthersAsync(key, db, library, stop)).Where(other => other.Uses.Contains((WordKind.Procedure, key))).Select(static other => other.Key).ToList();
        var retirements = db.Retirements;
        return await db.Procedures
            .Where(row => calling.Contains(row.Key) && !retirements.Any(retired => retired.ProcedureKey == row.Key))
            .OrderBy(static row => row.Key)
            .Select(static row => row.Name)
            .ToListAsync(stop);
    }
}
