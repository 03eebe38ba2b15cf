using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Office.Meetings.Inviting;

/// <summary>When a member of staff is taken: fixed meetings, dates still on offer elsewhere, and days of visits.</summary>
internal static class HostTimes
{
    public static async Task<IReadOnlyList<ProposedDates.Span>> BusyAsync(OfficeDb db, Guid personId, DateTimeOffset from, CancellationToken stop)
    {
        var meetings = await db.WholeMeetings.AsNoTracking()
            .Where(meeting => meeting.HostId == personId && meeting.CalledOffAt == null && meeting.Candidates.Any(candidate => candidate.EndsAt > from))
            .ToListAsync(stop);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, WorkCalendar.Tokyo).DateTime);
        var visits = await db.StandingVisits.AsNoTracking().Where(visit => visit.PlannedBy == personId && visit.VisitOn >= today).Select(static visit => visit.VisitOn).ToListAsync(stop);

        return
        [
            .. meetings
                .SelectMany(static meeting => meeting.Chosen is { } chosen ? [chosen] : meeting.Candidates)
                .Select(static candidate => new ProposedDates.Span(candidate.StartsAt, candidate.EndsAt)),
            // A visit has a day and no hour: that day is not offered.
            .. visits.Select(static day => new ProposedDates.Span(MeetingDays.At(day, TimeOnly.MinValue), MeetingDays.EndOf(day))),
        ];
    }
}
