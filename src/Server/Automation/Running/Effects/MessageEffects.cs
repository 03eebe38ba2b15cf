using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Running.Effects;

internal static class MessageEffects
{
    /// <summary>How long a message is kept for someone who does not wait for it yet.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(90);

    public static Task ListenAsync(OfficeDb db, Decided decided, Effect.Listen listen)
    {
        db.Subscriptions.Add(new Subscription
        {
            Id = DerivedId.Of(decided.File.Id, listen.SubscriptionId),
            OfficeId = decided.File.OfficeId,
            CaseId = decided.File.Id,
            SubscriptionId = listen.SubscriptionId,
            NodeId = listen.NodeId,
            MessageName = listen.MessageName,
            Key = listen.Key,
            Since = decided.At,
        });
        return Task.CompletedTask;
    }

    public static async Task StopAsync(OfficeDb db, Decided decided, Effect.StopListening end, CancellationToken stop)
    {
        var id = DerivedId.Of(decided.File.Id, end.SubscriptionId);
        db.Subscriptions.Remove(await db.Subscriptions.SingleOrDefaultAsync(row => row.Id == id, stop) ?? throw new DbUpdateConcurrencyException($"Subscription {id} is no longer there."));
    }

    /// <summary>Kept first, told by the same rule as one from outside after this commit.</summary>
    public static Task SendAsync(OfficeDb db, Decided decided, Effect.Send send)
    {
        db.Messages.Add(new Message
        {
            OfficeId = decided.File.OfficeId,
            Id = $"{decided.File.Id:N}/{send.SendId}",
            Name = send.MessageName,
            Key = send.Key,
            Variables = CaseFormat.WriteValue(send.Variables),
            ArrivedAt = decided.At,
            ExpiresAt = decided.At + Patience,
            SentBy = decided.File.Id,
        });
        return Task.CompletedTask;
    }
}
