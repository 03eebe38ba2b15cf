using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Running.Effects;

/// <summary>The case was moved to another version: its rows keep their ids and stand elsewhere.</summary>
internal static class MoveEffects
{
    public static async Task MoveAsync(OfficeDb db, Decided decided, Effect.MoveWait move, CancellationToken stop)
    {
        var id = DerivedId.Of(decided.File.Id, move.WaitId);
        object? row = await db.Timers.SingleOrDefaultAsync(timer => timer.Id == id, stop);
        row ??= await db.Subscriptions.SingleOrDefaultAsync(subscription => subscription.Id == id, stop);
        row ??= await db.SignalWaits.SingleOrDefaultAsync(wait => wait.Id == id, stop);
        if (await db.Work.SingleOrDefaultAsync(work => work.Id == id, stop) is { } work)
        {
            var entry = db.Entry(work);
            entry.Property(static item => item.Name).CurrentValue = move.Name;
            entry.Property(static item => item.Role).CurrentValue = move.Role;
            entry.Property(static item => item.Form).CurrentValue = (move.Inputs["form"] as Value.Text)?.Content;
            entry.Property(static item => item.Inputs).CurrentValue = CaseFormat.WriteValue(move.Inputs);
            entry.Property(static item => item.SearchText).CurrentValue =
                SearchWords.Of(move.Name, work.About, decided.File);
            row = work;
        }

        if (row is not null)
        {
            db.Entry(row).Property(nameof(WorkItem.NodeId)).CurrentValue = move.NodeId;
        }
    }
}
