using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running.Inbox;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Running.Effects;

/// <summary>Called cases: what they must be told is written here, and told in commits of their own.</summary>
internal static class CallEffects
{
    public static async Task StartAsync(OfficeDb db, Decided decided, Effect.StartCase start, CancellationToken stop)
    {
        db.CaseInbox.Add(new InboxEntry
        {
            OfficeId = decided.File.OfficeId,
            CaseId = DerivedId.Of(decided.File.Id, start.CallId),
            Kind = InboxKind.Start,
            CausedBy = decided.File.Id,
            CallId = start.CallId,
            ProcedureKey = start.Procedure,
            Version = start.Binding switch
            {
                CalledVersion.Fixed => start.Version,
                CalledVersion.AsAtMyStart => await AtStartAsync(db, decided.File, start.Procedure, stop),
                _ => null,
            },
            Values = CaseFormat.WriteValue(start.Variables),
            WrittenAt = decided.At,
        });
    }

    /// <summary>The calling case is told and this one goes on.</summary>
    public static Task EscalateAsync(OfficeDb db, Decided decided, Effect.EscalateToCaller escalate)
    {
        if (decided.File is { ParentId: { } parent, StoppedAt: null })
        {
            db.CaseInbox.Add(new InboxEntry
            {
                OfficeId = decided.File.OfficeId,
                CaseId = parent,
                Kind = InboxKind.ChildEscalated,
                CausedBy = decided.File.Id,
                CallId = decided.File.ParentCallId,
                Code = escalate.Code,
                Values = CaseFormat.WriteValue(Value.Record.Empty),
                WrittenAt = decided.At,
            });
        }

        return Task.CompletedTask;
    }

    public static async Task CancelAsync(OfficeDb db, Decided decided, Effect.CancelCase cancel, CancellationToken stop)
    {
        var childId = DerivedId.Of(decided.File.Id, cancel.CallId);
        var notBegun = await db.CaseInbox
            .SingleOrDefaultAsync(entry => entry.CaseId == childId && entry.Kind == InboxKind.Start && entry.DoneAt == null, stop);
        if (notBegun is not null)
        {
            notBegun.DoneAt = decided.At;

            // Whoever is starting it at this moment must not.
            notBegun.Fence++;
            return;
        }

        await StopTreeAsync(db, decided, childId, stop);
        db.CaseInbox.Add(new InboxEntry
        {
            OfficeId = decided.File.OfficeId,
            CaseId = childId,
            Kind = InboxKind.Cancel,
            CausedBy = decided.File.Id,
            CallId = cancel.CallId,
            Reason = (decided.Input as Input.Cancelled)?.Reason ?? "呼び出した手続きが先へ進みました。",
            Values = CaseFormat.WriteValue(Value.Record.Empty),
            WrittenAt = decided.At,
        });
    }

    /// <summary>The version that new cases of a procedure used when a case began; none was published then: 0, which nobody can start.</summary>
    private static async Task<int> AtStartAsync(OfficeDb db, CaseFile file, string procedure, CancellationToken stop)
    {
        var day = CivilTime.DayOf(file.StartedAt, WorkCalendar.Tokyo);

        return await db.ProcedureVersions
            .Where(version => version.OfficeId == file.OfficeId && version.Key == procedure && version.StartsOn <= day && version.PublishedAt <= file.StartedAt)
            .MaxAsync(static version => (int?)version.Number, stop) ?? 0;
    }

    /// <summary>From this commit on nothing is taken in the whole tree, though each case ends in a commit of its own.</summary>
    private static async Task StopTreeAsync(OfficeDb db, Decided decided, Guid topId, CancellationToken stop)
    {
        var open = await db.Cases
            .Where(file => file.RootId == decided.File.RootId && file.Status == CaseStatus.Open && file.Id != decided.File.Id)
            .ToListAsync(stop);
        var stopped = new List<Guid>();
        for (IEnumerable<CaseFile> level = open.Where(file => file.Id == topId).ToList(); level.Any();)
        {
            foreach (var file in level.Where(static file => file.StoppedAt is null))
            {
                file.StoppedAt = decided.At;
                file.Revision++;
            }

            var parents = level.Select(static file => file.Id).ToHashSet();
            stopped.AddRange(parents);
            level = open.Where(file => file.ParentId is { } parent && parents.Contains(parent)).ToList();
        }

        await foreach (var item in db.Work.Where(work => stopped.Contains(work.CaseId) && work.EndedAt == null).AsAsyncEnumerable().WithCancellation(stop))
        {
            item.EndedAt = decided.At;
            item.End = WorkEnd.Cancelled;
        }
    }
}
