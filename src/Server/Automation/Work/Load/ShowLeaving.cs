using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Work.Lists;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Load;

/// <summary>What would wait for nobody if a member left: the work they have, what others prepare for them, whom they stand in for, the lanes that only they serve.</summary>
public static class ShowLeaving
{
    /// <param name="Held">What they have.</param>
    /// <param name="Owned">What others prepare for them.</param>
    /// <param name="Cases">Open cases that wait for it, and so the people for whom it is done.</param>
    /// <param name="OnlyTheirs">Roles that nobody else has.</param>
    /// <param name="InLanes">Open work in those lanes that nobody took yet.</param>
    /// <param name="StandsInFor">Whom they stand in for, now or later.</param>
    public sealed record Model(
        Guid Id, string Name, IReadOnlyList<WorkLine> Held, IReadOnlyList<WorkLine> Owned, IReadOnlyList<Blocked> Cases, IReadOnlyList<string> OnlyTheirs, IReadOnlyList<WorkLine> InLanes, IReadOnlyList<string> StandsInFor)
    {
        public bool IsFree => Held.Count + Owned.Count + OnlyTheirs.Count + StandsInFor.Count == 0;
    }

    public sealed record Blocked(Guid Id, string Procedure, string? Subject);

    /// <returns>Null when nobody of that id works here.</returns>
    internal static async Task<Model?> HandleAsync(Guid personId, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        var roles = await db.PersonRoles.Where(row => row.PersonId == personId).Select(static row => row.Role).ToListAsync(stop);
        if (roles.Count == 0)
        {
            return null;
        }

        var now = desk.Clock.GetUtcNow();
        var open = (await desk.SeatAsync(viewer, db, stop)).Open(db);
        var held = await WorkLine.OfAsync(open.Where(work => work.AssigneeId == personId).OrderBy(static work => work.SortAt), now, db, stop);
        var owned = await WorkLine.OfAsync(open.Where(work => work.OwnerId == personId).OrderBy(static work => work.SortAt), now, db, stop);
        var only = await OnlyTheirsAsync(personId, roles, db, stop);
        var lanes = await WorkLine.OfAsync(
            open.Where(work => work.AssigneeId == null && work.Role != null && only.Contains(work.Role)).OrderBy(static work => work.SortAt), now, db, stop);
        return new Model(
            personId,
            await WorkAnswers.NameAsync(db, personId, stop),
            held,
            owned,
            [.. held.Concat(owned).Concat(lanes).DistinctBy(static line => line.CaseId).Select(static line => new Blocked(line.CaseId, line.Procedure, line.Subject))],
            [.. only.Select(Roles.NameOf)],
            lanes,
            await StandsInForAsync(personId, now, db, stop));
    }

    private static async Task<List<string>> OnlyTheirsAsync(Guid personId, List<string> roles, OfficeDb db, CancellationToken stop)
    {
        var people = db.People;
        var others = await db.PersonRoles
            .Where(row => row.PersonId != personId && roles.Contains(row.Role) && people.Any(person => person.Id == row.PersonId && person.ClosedAt == null))
            .Select(static row => row.Role)
            .Distinct()
            .ToListAsync(stop);
        return [.. roles.Where(static role => role is not Roles.Auditor).Except(others, StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<string>> StandsInForAsync(Guid personId, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        var today = JapaneseEra.DayInTokyo(now);
        var rows = await (
            from absence in db.Absences
            where absence.SubstituteId == personId && absence.EndedAt == null && absence.UntilOn >= today
            join person in db.People on absence.PersonId equals person.Id
            orderby absence.FromOn
            select new { person.Name, absence.FromOn, absence.UntilOn }).ToListAsync(stop);
        return rows.ConvertAll(static row => $"{row.Name}さん（{JapaneseEra.Date(row.FromOn)}から{JapaneseEra.Date(row.UntilOn)}まで）");
    }
}
