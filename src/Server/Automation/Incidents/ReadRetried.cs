using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Incidents;

/// <summary>What became of incidents that were tried again, asked anew each time: done is what is done now.</summary>
public static class ReadRetried
{
    /// <param name="refused">Those that were not tried, and why not.</param>
    public static async Task<IReadOnlyList<RetriedIncident>> HandleAsync(
        IReadOnlyList<Guid> ids, IReadOnlyDictionary<Guid, Refusal> refused, OfficeDb db, CancellationToken stop)
    {
        var cases = db.Cases;
        var found = await db.Incidents.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .Select(row => new { Incident = row, File = cases.FirstOrDefault(file => file.Id == row.CaseId) })
            .ToDictionaryAsync(static row => row.Incident.Id, stop);
        var rows = new List<RetriedIncident>();
        foreach (var id in ids)
        {
            var no = refused.GetValueOrDefault(id);
            if (!found.TryGetValue(id, out var row))
            {
                rows.Add(new RetriedIncident(id, "―", null, null, null, RetriedState.Stands, null, (no ?? IncidentRules.Unknown).Reason));
                continue;
            }

            var open = await OpenAsync(row.Incident, db, stop);
            var state = open is not null ? RetriedState.Stands : await WaitsAsync(row.Incident, row.File, db, stop) ? RetriedState.Waits : RetriedState.GoesOn;
            rows.Add(new RetriedIncident(
                id, IncidentRules.LabelOf(row.Incident.Kind), row.Incident.CaseId, row.File?.ProcedureName, row.File?.SubjectLabel, state, open?.Id, no?.Reason ?? open?.Reason));
        }

        return rows;
    }

    /// <summary>What stands open about the same thing: the incident itself, or a later one.</summary>
    private static Task<Incident?> OpenAsync(Incident incident, OfficeDb db, CancellationToken stop) => db.Incidents.AsNoTracking()
        .Where(row => row.ClosedAt == null && row.About == incident.About && row.CaseId == incident.CaseId && row.OpenedAt >= incident.OpenedAt)
        .OrderByDescending(static row => row.OpenedAt)
        .FirstOrDefaultAsync(stop);

    private static async Task<bool> WaitsAsync(Incident incident, CaseFile? file, OfficeDb db, CancellationToken stop)
    {
        switch (incident.Kind)
        {
            case IncidentKind.StuckToken:
                return file is { TakesNothing: false, State.Length: > 0 }
                    && CaseFormat.Read(file.State).Waits.Any(wait => wait is Wait.ForService && string.Equals(wait.TokenId, incident.About, StringComparison.Ordinal));
            case IncidentKind.Outbox or IncidentKind.MaybeSent:
                var entry = Guid.Parse(incident.About);
                return await db.Outbox.AnyAsync(
                    row => row.Id == entry && (row.State == OutboxState.Waiting || row.State == OutboxState.Sending || row.State == OutboxState.Held), stop);
            case IncidentKind.Timer:
                var timer = Guid.Parse(incident.About);
                return (await db.Timers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == timer, stop))?.IsPending == true;
            case IncidentKind.Inbox:
                var position = long.Parse(incident.About, CultureInfo.InvariantCulture);
                return (await db.CaseInbox.AsNoTracking().SingleOrDefaultAsync(row => row.Position == position, stop))?.IsPending == true;
            default:
                return await db.Messages.AnyAsync(row => row.OfficeId == incident.OfficeId && row.Id == incident.About && row.State == MessageState.Kept, stop);
        }
    }
}
