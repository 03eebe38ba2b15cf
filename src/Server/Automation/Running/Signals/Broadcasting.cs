using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running.Inbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Running.Signals;

/// <summary>
/// A signal goes to all cases of one office that wait for it in this moment and to the procedures that start by it: who they are is settled here, in the
/// commit that causes it; each is told in a commit of its own.
/// </summary>
public static class Broadcasting
{
    /// <summary>A signal from outside the cases. The same id twice has one effect on each case.</summary>
    public static async Task HandleAsync(string name, Value.Record variables, string signalId, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var office = db.Scope.Office ?? throw new InvalidOperationException("A signal is given in an office.");
        await AddAsync(db, new SignalSent(office, name, signalId, variables, clock.GetUtcNow()), stop);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Adds only; the caller saves.</summary>
    internal static async Task AddAsync(OfficeDb db, SignalSent sent, CancellationToken stop)
    {
        var waiting = await db.SignalWaits
            .Where(row => row.OfficeId == sent.OfficeId && row.SignalName == sent.Name && row.CaseId != sent.By)
            .Select(static row => row.CaseId)
            .Distinct()
            .OrderBy(static id => id)
            .ToListAsync(stop);
        foreach (var caseId in waiting)
        {
            db.CaseInbox.Add(EntryOf(sent, caseId, InboxKind.Signal));
        }

        var starts = await db.SignalStarts.AsNoTracking()
            .Where(row => row.OfficeId == sent.OfficeId && row.SignalName == sent.Name)
            .OrderBy(static row => row.ProcedureKey)
            .ToListAsync(stop);
        var today = CivilTime.DayOf(sent.At, WorkCalendar.Tokyo);
        foreach (var start in starts)
        {
            var current = await ProcedureLibrary.CurrentAsync(db, sent.OfficeId, start.ProcedureKey, today, stop);
            if (current?.Id == start.VersionId)
            {
                db.CaseInbox.Add(EntryOf(sent, DerivedId.Of(start.VersionId, $"{sent.Id}/{start.NodeId}"), InboxKind.Start, start, current.Number));
            }
        }
    }

    private static InboxEntry EntryOf(SignalSent sent, Guid caseId, InboxKind kind, SignalStart? start = null, int? version = null) => new()
    {
        OfficeId = sent.OfficeId,
        CaseId = caseId,
        Kind = kind,
        CausedBy = sent.By,
        CallId = kind is InboxKind.Signal ? sent.Id : null,
        Code = kind is InboxKind.Signal ? sent.Name : null,
        ProcedureKey = start?.ProcedureKey,
        StartNodeId = start?.NodeId,
        Version = version,
        Values = CaseFormat.WriteValue(sent.Variables),
        WrittenAt = sent.At,
    };
}
