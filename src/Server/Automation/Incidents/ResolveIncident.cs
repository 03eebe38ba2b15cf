using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Incidents;

/// <summary>A person has settled it by hand, or it is not needed: it counts as done, with a reason.</summary>
internal static class ResolveIncident
{
    /// <param name="results">What the step would have given the case; only where a token is stuck.</param>
    public static async Task<Outcome<Incident>> HandleAsync(
        Guid id, Value.Record results, string? reason, OfficeDb db, CaseRunner runner, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Incidents.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } incident)
        {
            return IncidentRules.Unknown;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return IncidentRules.ReasonMissing;
        }

        if (incident.ClosedAt is not null)
        {
            return IncidentRules.Closed;
        }

        if (!IncidentRules.CanBeResolved(incident.Kind))
        {
            return IncidentRules.NotResolvable;
        }

        return await ResolveAsync(incident, results, reason.Trim(), clock.GetUtcNow(), db, runner, stop);
    }

    private static async Task<Outcome<Incident>> ResolveAsync(
        Incident incident, Value.Record results, string reason, DateTimeOffset now, OfficeDb db, CaseRunner runner, CancellationToken stop)
    {
        db.Note(
            incident.OfficeId, now, "incident-resolved", $"incident:{incident.Id}", $"「{incident.Code}」を済んだことにしました。理由: {reason}", incident.CaseId);
        if (incident.Kind is IncidentKind.StuckToken)
        {
            var by = (db.Scope as Scope.Person)?.PersonId.ToString();
            return await runner.TellAsync(db, incident.CaseId!.Value, new Input.Resolved(now, incident.About, results, reason, by), stop) switch
            {
                Outcome<CaseFile>.Done => incident,
                Outcome<CaseFile>.Refused no => no.Refusal,
                _ => throw new UnreachableException(),
            };
        }

        await LeaveAsync(incident, now, db, stop);
        incident.Close(db.Scope, now, "resolved");
        try
        {
            await db.SaveChangesAsync(stop);
            return incident;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IncidentRules.Closed;
        }
    }

    private static async Task LeaveAsync(Incident incident, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        switch (incident.Kind)
        {
            case IncidentKind.Outbox or IncidentKind.MaybeSent:
                var id = Guid.Parse(incident.About);
                var entry = await db.Outbox.SingleAsync(row => row.Id == id, stop);
                entry.End(OutboxState.Done, now);
                break;
            case IncidentKind.Inbox:
                var position = long.Parse(incident.About, CultureInfo.InvariantCulture);
                var told = await db.CaseInbox.SingleAsync(row => row.Position == position, stop);
                told.DoneAt ??= now;
                told.Fence++;
                break;
            case IncidentKind.Message:
                var message = await db.Messages.SingleAsync(row => row.OfficeId == incident.OfficeId && row.Id == incident.About, stop);
                message.State = message.State is MessageState.Ambiguous ? MessageState.Expired : message.State;
                break;
            default:
                throw new UnreachableException();
        }
    }
}
