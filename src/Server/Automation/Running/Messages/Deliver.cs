using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Running.Effects;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Running.Messages;

/// <summary>A message arrives from outside.</summary>
public static class Deliver
{
    /// <summary>
    /// Keeps the message, with all that the caller has added to the context, in one commit, and then tells it to who waits for it.
    /// </summary>
    /// <param name="messageId">Given by the sender: the same one twice has one effect and the same answer.</param>
    /// <returns>What became of it: delivered, or kept for one who will wait.</returns>
    public static async Task<Outcome<MessageState>> HandleAsync(
        string name, string key, Value.Record variables, string messageId, OfficeDb db, Matching matching, TimeProvider clock, CancellationToken stop)
    {
        var office = db.Scope.Office ?? throw new InvalidOperationException("A message arrives in an office.");
        if (await Known(db, office, messageId).FirstOrDefaultAsync(stop) is { } known)
        {
            return Answer(known);
        }

        var waiting = await db.Subscriptions.CountAsync(row => row.OfficeId == office && row.MessageName == name && row.Key == key, stop);
        if (waiting > 1)
        {
            return Ambiguous;
        }

        var now = clock.GetUtcNow();
        db.Messages.Add(new Message
        {
            OfficeId = office,
            Id = messageId,
            Name = name,
            Key = key,
            Variables = CaseFormat.WriteValue(variables),
            ArrivedAt = now,
            ExpiresAt = now + MessageEffects.Patience,
        });
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // The same message came twice at the same moment, and the other one is at work; anything else is not ours to hide.
            if (!await Known(db, office, messageId).AnyAsync(stop))
            {
                throw;
            }

            return MessageState.Delivered;
        }

        return Answer(await matching.TellAsync(office, messageId, stop));
    }

    private static Refusal Ambiguous => new(
        "message-ambiguous", "このメッセージを待っている案件が複数あり、どれに渡すか決められません。宛先の鍵を確かめてください。", Kind: RefusalKind.Conflict);

    private static Outcome<MessageState> Answer(MessageState state) => state is MessageState.Ambiguous ? Ambiguous : state;

    private static IQueryable<MessageState?> Known(OfficeDb db, Guid office, string messageId) =>
        db.Messages.Where(row => row.OfficeId == office && row.Id == messageId).Select(static row => (MessageState?)row.State);
}
