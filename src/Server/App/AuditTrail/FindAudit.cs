using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Decisions;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Papers;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.App.AuditTrail;

/// <summary>The entries of the viewer's office that a filter asks for, newest first.</summary>
internal static class FindAudit
{
    public static async Task<IQueryable<AuditEntry>> HandleAsync(AuditFilter filter, OfficeDb db, CancellationToken stop)
    {
        var entries = db.Audit.AsNoTracking();
        entries = filter.Person is { } person ? entries.Where(entry => entry.PersonId == person) : entries;
        entries = string.IsNullOrEmpty(filter.Act) ? entries : entries.Where(entry => entry.Act == filter.Act);
        if (filter.FirstDay is { } first)
        {
            var from = StartOf(first);
            entries = entries.Where(entry => entry.At >= from);
        }

        if (filter.LastDay is { } last)
        {
            var until = StartOf(last.AddDays(1));
            entries = entries.Where(entry => entry.At < until);
        }

        return filter.Client is { } client ? await AboutAsync(entries, client, db, stop) : entries;
    }

    /// <summary>The client, the papers and records about the client, and what was done in the client's cases.</summary>
    private static async Task<IQueryable<AuditEntry>> AboutAsync(IQueryable<AuditEntry> entries, Guid client, OfficeDb db, CancellationToken stop)
    {
        var subject = client.ToString();
        var cases = db.Cases.Where(file => file.Subject == subject).Select(static file => (Guid?)file.Id);
        List<string> about =
        [
            $"client:{client}",
            .. (await db.Documents.Where(paper => paper.Subject == subject).Select(static paper => paper.Id).ToListAsync(stop)).Select(static id => $"document:{id}"),
            .. (await db.Plans.Where(plan => plan.ClientId == client).Select(static plan => plan.Id).ToListAsync(stop)).Select(static id => $"plan:{id}"),
            .. (await db.Consents.Where(row => row.ClientId == client).Select(static row => row.Id).ToListAsync(stop)).Select(static id => $"consent:{id}"),
            .. (await db.Decisions.Where(row => row.ClientId == client).Select(static row => row.Id).ToListAsync(stop)).Select(static id => $"decision:{id}"),
            .. (await db.Meetings.Where(row => row.ClientId == client).Select(static row => row.Id).ToListAsync(stop)).Select(static id => $"meeting:{id}"),
            .. (await PapersOf(client, db).Select(static paper => paper.Id).ToListAsync(stop)).Select(static id => $"meeting-paper:{id}"),
            .. (await db.MonitoringReports.Where(row => row.ClientId == client).Select(static row => row.Id).ToListAsync(stop)).Select(static id => $"monitoring-report:{id}"),
            .. (await db.Assessments.Where(row => row.ClientId == client).Select(static row => row.Id).ToListAsync(stop)).Select(static id => $"assessment:{id}"),
        ];
        return entries.Where(entry => about.Contains(entry.About) || cases.Contains(entry.CaseId));
    }

    private static IQueryable<MeetingPaper> PapersOf(Guid client, OfficeDb db) =>
        from paper in db.MeetingPapers
        join meeting in db.Meetings on paper.MeetingId equals meeting.Id
        where meeting.ClientId == client
        select paper;

    private static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, WorkCalendar.Tokyo.GetUtcOffset(midnight));
    }
}
