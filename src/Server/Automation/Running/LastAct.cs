using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Running;

/// <summary>Who last did something to a case, and when: what a person is told whose act came too late.</summary>
/// <param name="Name">Null where no person did it.</param>
internal sealed record LastAct(DateTimeOffset At, string? Name)
{
    /// <summary>Of what was told to the case and of who took, gave or returned its work; null where nothing was.</summary>
    public static async Task<LastAct?> OfAsync(Guid caseId, OfficeDb db, CancellationToken stop)
    {
        var people = db.People;
        var told = await db.History.AsNoTracking()
            .Where(entry => entry.CaseId == caseId)
            .OrderByDescending(static entry => entry.Number)
            .Select(entry => new { entry.At, Name = people.Where(person => person.Id == entry.By).Select(static person => person.Name).FirstOrDefault() })
            .FirstOrDefaultAsync(stop);
        var handed = await db.WorkMoves.AsNoTracking()
            .Where(move => move.CaseId == caseId)
            .OrderByDescending(static move => move.At)
            .ThenByDescending(static move => move.Id)
            .Select(move => new { move.At, Name = people.Where(person => person.Id == move.ById).Select(static person => person.Name).FirstOrDefault() })
            .FirstOrDefaultAsync(stop);
        var last = handed is not null && (told is null || handed.At > told.At) ? handed : told;

        return last is null ? null : new LastAct(last.At, last.Name);
    }

    /// <summary>The refusal with who and when.</summary>
    public static async Task<Refusal> TellAsync(Refusal no, Guid caseId, OfficeDb db, CancellationToken stop) =>
        await OfAsync(caseId, db, stop) is { } last ? no with { By = last.Name, Since = last.At } : no;
}
