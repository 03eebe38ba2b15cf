using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Feed;

/// <summary>
/// 自分の予定: a member of staff's meetings, visits and the due dates of their work for the calendar in their pocket. The calendar lies on
/// machines of others: it holds times, places, kinds and the names of steps, no client's name, and ends with the person's membership.
/// </summary>
internal sealed class FeedPurpose : GuestPurpose
{
    /// <summary>The purpose of the links; their target is the person.</summary>
    public const string Key = "calendar-feed";

    /// <summary>The part of the address that a calendar program fetches.</summary>
    public const string Part = "calendar.ics";

    private const int MostDue = 500;

    private static readonly TimeSpan Past = TimeSpan.FromDays(60);

    public override string Name => Key;

    public override async Task<IResult> ShowAsync(GuestVisit visit, CancellationToken stop)
    {
        if (!string.Equals(visit.Part, Part, StringComparison.Ordinal)
            || !Guid.TryParse(visit.Link.TargetId, CultureInfo.InvariantCulture, out var personId)
            || !await IsMemberAsync(visit.Db, personId, visit.Link.OfficeId, stop))
        {
            return TypedResults.NotFound();
        }

        var text = CalendarFeed.Of($"{visit.Office.Name} 自分の予定", await HappeningsAsync(visit, personId, stop));

        return TypedResults.Text(text, "text/calendar", Encoding.UTF8);
    }

    /// <summary>A calendar only reads.</summary>
    public override Task<IResult> PostAsync(GuestVisit visit, IFormCollection form, CancellationToken stop) =>
        Task.FromResult<IResult>(TypedResults.NotFound());

    private static async Task<bool> IsMemberAsync(OfficeDb db, Guid personId, Guid officeId, CancellationToken stop) =>
        await db.PersonRoles.AnyAsync(role => role.PersonId == personId && role.OfficeId == officeId, stop)
        && await db.People.AnyAsync(person => person.Id == personId && person.ClosedAt == null, stop);

    private static async Task<IReadOnlyList<CalendarFeed.Happening>> HappeningsAsync(GuestVisit visit, Guid personId, CancellationToken stop)
    {
        var since = visit.At - Past;
        var meetings = await visit.Db.WholeMeetings.AsNoTracking()
            .Where(meeting => meeting.HostId == personId && meeting.CalledOffAt == null && meeting.Candidates.Any(date => date.Id == meeting.ChosenCandidateId && date.EndsAt > since))
            .ToListAsync(stop);
        var from = Ui.JapaneseEra.DayInTokyo(since);
        var visits = await visit.Db.StandingVisits.AsNoTracking().Where(row => row.PlannedBy == personId && row.VisitOn >= from).ToListAsync(stop);
        var clients = visits.Select(static row => row.ClientId).Distinct().ToList();
        var arranged = (await visit.Db.MonitoringVisits.AsNoTracking().Where(row => clients.Contains(row.ClientId)).ToListAsync(stop))
            .OrderBy(static row => row.PlannedAt).ToLookup(static row => (row.ClientId, row.Month));

        return
        [
            .. meetings.Select(static meeting => new CalendarFeed.Happening(
                $"{meeting.Id:n}@officeworkflow", new Occasion.Hours(meeting.Chosen!.StartsAt, meeting.Chosen.EndsAt), "サービス担当者会議", meeting.Chosen.Place, meeting.ChosenAt!.Value, meeting.Sequence)),
            .. visits.Select(row => VisitOf(row, [.. arranged[(row.ClientId, row.Month)]])),
            .. await DueAsync(visit.Db, personId, since, stop),
        ];
    }

    /// <param name="arranged">All that was arranged for the client and month: the first gives the event its name, each later one moves it.</param>
    private static CalendarFeed.Happening VisitOf(MonitoringVisit visit, MonitoringVisit[] arranged) => new(
        $"{arranged[0].Id:n}@officeworkflow", new Occasion.Days(visit.VisitOn, visit.VisitOn), "モニタリングの訪問", "", visit.PlannedAt, arranged.Length - 1);

    /// <summary>Open work with the day on which it is due: gone when it is finished, moved when its due date is.</summary>
    private static async Task<IReadOnlyList<CalendarFeed.Happening>> DueAsync(OfficeDb db, Guid personId, DateTimeOffset since, CancellationToken stop)
    {
        var moves = db.WorkMoves.Where(static move => move.Kind == WorkMoveKind.DueChanged);
        var rows = await db.Work.AsNoTracking()
            .Where(work => work.AssigneeId == personId && work.EndedAt == null && work.DueAt != null && work.DueAt > since)
            .OrderBy(static work => work.DueAt)
            .Take(MostDue)
            .Select(work => new
            {
                work.Id,
                work.Name,
                work.DueAt,
                work.OpenedAt,
                Moved = moves.Count(move => move.WorkId == work.Id),
                MovedAt = moves.Where(move => move.WorkId == work.Id).Max(static move => (DateTimeOffset?)move.At),
            })
            .ToListAsync(stop);
        return rows.ConvertAll(static row => new CalendarFeed.Happening(
            $"{row.Id:n}@officeworkflow", DayOf(row.DueAt!.Value), $"期限: {row.Name}", "", row.MovedAt ?? row.OpenedAt, row.Moved, Blocks: false));
    }

    private static Occasion.Days DayOf(DateTimeOffset due)
    {
        var day = Ui.JapaneseEra.DayInTokyo(due);
        return new Occasion.Days(day, day);
    }
}
