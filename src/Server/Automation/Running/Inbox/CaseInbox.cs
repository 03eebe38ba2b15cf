using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Running.Inbox;

/// <summary>Tells one case one thing that another caused, in the commit that marks the entry.</summary>
public sealed class CaseInbox(CaseRunner runner, Beginning beginning, TimeProvider clock)
{
    public async Task TellAsync(OfficeDb db, InboxEntry entry, CancellationToken stop)
    {
        entry.DoneAt = clock.GetUtcNow();
        entry.LeasedUntil = null;
        var told = entry.Kind is InboxKind.Start
            ? await StartAsync(db, entry, stop)
            : await runner.TellAsync(db, entry.CaseId, InputOf(entry), stop);
        if (told is Outcome<CaseFile>.Refused refused)
        {
            await RefuseAsync(db, entry, refused.Refusal, stop);
        }
    }

    internal static Incident Incident(InboxEntry entry, string code, string reason, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        OfficeId = entry.OfficeId,
        CaseId = entry.CausedBy,
        Kind = IncidentKind.Inbox,
        About = entry.Position.ToString(CultureInfo.InvariantCulture),
        Code = code,
        Reason = reason,
        OpenedAt = at,
    };

    private async Task<Outcome<CaseFile>> StartAsync(OfficeDb db, InboxEntry entry, CancellationToken stop)
    {
        var caller = await db.Cases.AsNoTracking().SingleOrDefaultAsync(file => file.Id == entry.CausedBy, stop);
        if (caller is { TakesNothing: true } && entry.CallId is not null)
        {
            return new Refusal("case-ended", "この案件は終わっています。", Kind: RefusalKind.Conflict);
        }

        if (await db.Cases.SingleOrDefaultAsync(file => file.Id == entry.CaseId, stop) is { } begun)
        {
            // The same signal was told twice.
            await db.SaveChangesAsync(stop);
            return begun;
        }

        return await beginning.BeginAsync(db, new StartRequest(entry.OfficeId, entry.ProcedureKey!, Values(entry))
        {
            CaseId = entry.CaseId,
            StartNodeId = entry.StartNodeId,
            Version = entry.Version,
            SubjectOf = caller,
            ParentId = entry.CallId is null ? null : caller?.Id,
            ParentCallId = entry.CallId,
            RootId = entry.CallId is null ? null : caller?.RootId,
        }, stop);
    }

    /// <summary>A called procedure that cannot start is the caller's trouble; all else came too late and is of no use to anyone.</summary>
    private async Task RefuseAsync(OfficeDb db, InboxEntry entry, Refusal refusal, CancellationToken stop)
    {
        if (entry is { Kind: InboxKind.Start, CausedBy: { } caller, CallId: { } call })
        {
            var input = new Input.ChildFailed(clock.GetUtcNow(), call, refusal.Code, refusal.Reason);
            if (await runner.TellAsync(db, caller, input, stop) is Outcome<CaseFile>.Done)
            {
                return;
            }
        }

        await db.SaveChangesAsync(stop);
    }

    private Input InputOf(InboxEntry entry)
    {
        var now = clock.GetUtcNow();
        return entry.Kind switch
        {
            InboxKind.Cancel => new Input.Cancelled(now, entry.Reason!),
            InboxKind.ChildEnded => new Input.ChildEnded(now, entry.CallId!, Values(entry)),
            InboxKind.ChildEscalated => new Input.ChildEscalated(now, entry.CallId!, entry.Code!),
            InboxKind.Signal => new Input.SignalArrived(now, entry.Code!, entry.CallId!, Values(entry)),
            InboxKind.ChildFailed => new Input.ChildFailed(now, entry.CallId!, entry.Code!, entry.Reason ?? ""),
            _ => throw new UnreachableException(),
        };
    }

    private static Value.Record Values(InboxEntry entry) => (Value.Record)CaseFormat.ReadValue(entry.Values);
}
