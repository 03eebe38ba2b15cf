using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Running.Signals;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Running.Effects;

internal static class SignalEffects
{
    public static Task HearAsync(OfficeDb db, Decided decided, Effect.Hear hear)
    {
        db.SignalWaits.Add(new SignalWait
        {
            Id = DerivedId.Of(decided.File.Id, hear.HearingId),
            OfficeId = decided.File.OfficeId,
            CaseId = decided.File.Id,
            HearingId = hear.HearingId,
            NodeId = hear.NodeId,
            SignalName = hear.SignalName,
            Since = decided.At,
        });
        return Task.CompletedTask;
    }

    public static async Task StopAsync(OfficeDb db, Decided decided, Effect.StopHearing end, CancellationToken stop)
    {
        var id = DerivedId.Of(decided.File.Id, end.HearingId);
        db.SignalWaits.Remove(await db.SignalWaits.SingleOrDefaultAsync(row => row.Id == id, stop) ?? throw new DbUpdateConcurrencyException($"Signal wait {id} is no longer there."));
    }

    public static Task BroadcastAsync(OfficeDb db, Decided decided, Effect.Broadcast broadcast, CancellationToken stop)
    {
        var id = $"{decided.File.Id:N}/{broadcast.SendId}";
        var sent = new SignalSent(decided.File.OfficeId, broadcast.SignalName, id, broadcast.Variables, decided.At, decided.File.Id);
        return Broadcasting.AddAsync(db, sent, stop);
    }
}
