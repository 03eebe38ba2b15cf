using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Running.Effects;

internal static class ServiceEffects
{
    public static Task CallAsync(OfficeDb db, Decided decided, Effect.CallService call)
    {
        db.Outbox.Add(new OutboxEntry
        {
            Id = DerivedId.Of(decided.File.Id, call.CallId),
            OfficeId = decided.File.OfficeId,
            Kind = ServicePerformer.EntryKind,
            CaseId = decided.File.Id,
            About = call.CallId,
            Payload = new ServiceCall(call.Type, call.NodeId, call.Name, call.Inputs).Write(),
            WrittenAt = decided.At,
            DueAt = decided.At,
        });
        return Task.CompletedTask;
    }

    public static async Task CancelAsync(OfficeDb db, Decided decided, Effect.CancelService cancel, CancellationToken stop)
    {
        var id = DerivedId.Of(decided.File.Id, cancel.CallId);
        var entry = await db.Outbox.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (entry?.State is OutboxState.Waiting)
        {
            entry.State = OutboxState.Cancelled;
            entry.EndedAt = decided.At;

            // Whoever is performing it at this moment must not tell the case.
            entry.Fence++;
        }
    }
}
