using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Work.Handover;
using OfficeWorkflow.Server.Automation.Work.Lists;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Load;

/// <summary>How much work each member has: open, due in each of the coming weeks, overdue. Every piece of open work stands in one cell.</summary>
public static class ShowLoad
{
    private const int Weeks = 6;
    private const int DaysOfWeek = 7;

    /// <param name="Key">What a list of their work is asked by.</param>
    /// <param name="Due">Not overdue, in each week; then later or without a due date.</param>
    public sealed record Line(string Key, string Name, int Open, int Overdue, IReadOnlyList<int> Due, int Later)
    {
        public bool IsPerson => Guid.TryParse(Key, out _);
    }

    /// <param name="From">First day of each week.</param>
    public sealed record Model(IReadOnlyList<DateOnly> From, IReadOnlyList<Line> Lines, Line Total, bool MayLead);

    private sealed record Pile(Guid? AssigneeId, string? Role, DateTimeOffset SortAt);

    internal static async Task<Model> HandleAsync(Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        var now = desk.Clock.GetUtcNow();
        var today = JapaneseEra.DayInTokyo(now);
        var monday = today.AddDays(-(((int)today.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));
        var weeks = Enumerable.Range(0, Weeks).Select(week => monday.AddDays(DaysOfWeek * week)).ToList();
        var open = (await desk.SeatAsync(viewer, db, stop)).Open(db);
        var piles = await open.Select(static work => new Pile(work.AssigneeId, work.AssigneeId == null ? work.Role : null, work.SortAt)).ToListAsync(stop);
        var names = await NamesAsync(piles, db, stop);
        var lines = piles
            .GroupBy(static pile => pile.AssigneeId is { } id ? id.ToString() : WorkFilter.OfRole + pile.Role, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, group => LineOf(group.Key, [.. group], monday, now), StringComparer.Ordinal);
        var shown = names.Select(name => (lines.GetValueOrDefault(name.Key) ?? LineOf(name.Key, [], monday, now)) with { Name = name.Label }).ToList();
        return new Model(weeks, shown, LineOf("", piles, monday, now) with { Name = "合計" }, WorkRules.MayLead(viewer));
    }

    private static Line LineOf(string key, IReadOnlyCollection<Pile> piles, DateOnly monday, DateTimeOffset now)
    {
        var ahead = piles.Where(pile => pile.SortAt >= now).Select(pile => (JapaneseEra.DayInTokyo(pile.SortAt).DayNumber - monday.DayNumber) / DaysOfWeek).ToList();
        return new Line(
            key, "", piles.Count, piles.Count - ahead.Count, [.. Enumerable.Range(0, Weeks).Select(week => ahead.Count(one => one == week))], ahead.Count(static week => week >= Weeks));
    }

    /// <summary>Everybody who works here, then whoever else still has work, then the lanes in which nobody has taken it.</summary>
    private static async Task<IReadOnlyList<Option>> NamesAsync(IReadOnlyList<Pile> piles, OfficeDb db, CancellationToken stop)
    {
        var members = await Members.WhoWorkAsync(db, stop);
        var known = members.Select(static member => Guid.Parse(member.Key)).ToHashSet();
        var others = piles.Select(static pile => pile.AssigneeId).OfType<Guid>().Distinct().Where(id => !known.Contains(id)).ToList();
        var gone = await db.People.Where(person => others.Contains(person.Id)).Select(static person => new { person.Id, person.Name }).ToListAsync(stop);
        var lanes = piles.Where(static pile => pile.AssigneeId is null).Select(static pile => pile.Role).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return
        [
            .. members,
            .. gone.Select(static person => new Option(person.Id.ToString(), $"{person.Name}（もう職員でない）")),
            .. lanes.Select(static role => new Option(WorkFilter.OfRole + role, role is null ? "未定（だれでも）" : $"未定（{Roles.NameOf(role)}）")),
        ];
    }
}
