using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Running.Effects;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Running.Messages;

/// <summary>A message arrives, from another program or by what somebody did.</summary>
public static class Deliver
{
    /// <summary>A message from another program: kept, and then told to who waits for it.</summary>
    /// <param name="messageId">Given by the sender: the same one twice has one effect and the same answer.</param>
    /// <returns>What became of it: delivered, or kept for one who will wait.</returns>
    public static async Task<Outcome<MessageState>> HandleAsync(
        string name, string key, Value.Record variables, string messageId, OfficeDb db, Matching matching, TimeProvider clock, CancellationToken stop)
    {
        var office = OfficeOf(db);
        if (await Known(db, office, messageId).FirstOrDefaultAsync(stop) is { } known)
        {
            return Answer(known);
        }

        var waiting = await db.Subscriptions.CountAsync(row => row.OfficeId == office && row.MessageName == name && row.Key == key, stop);
        if (waiting > 1)
        {
            return Ambiguous;
        }

        return await KeepAsync(name, key, variables, messageId, db, clock, stop)
            ? Answer(await matching.TellAsync(office, messageId, stop))
            : MessageState.Delivered;
    }

    /// <summary>
    /// What this product itself has to tell: kept in one commit with all that the caller has added to the context, and then told. The message
    /// is the lock of an act that is done once.
    /// </summary>
    /// <returns>False when it was told before: then nothing of what the caller has added is saved, and whoever acted must read so.</returns>
    public static async Task<bool> OwnAsync(
        string name, string key, Value.Record variables, string messageId, OfficeDb db, Matching matching, TimeProvider clock, CancellationToken stop)
    {
        var office = OfficeOf(db);
        if (await Known(db, office, messageId).AnyAsync(stop) || !await KeepAsync(name, key, variables, messageId, db, clock, stop))
        {
            return false;
        }

        // Whether nobody waits or several do is no matter of who acted: it is kept, or left to a person.
        _ = await matching.TellAsync(office, messageId, stop);

        return true;
    }

    /// <returns>False when the same message came at the same moment, and the other one is at work.</returns>
    private static async Task<bool> KeepAsync(
        string name, string key, Value.Record variables, string messageId, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var (office, now) = (OfficeOf(db), clock.GetUtcNow());
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
            return true;
        }
        catch (DbUpdateException)
        {
            // Anything else than the same message is not ours to hide.
            if (!await Known(db, office, messageId).AnyAsync(stop))
            {
                throw;
            }

            return false;
        }
    }

    private static Guid OfficeOf(OfficeDb db) => db.Scope.Office ?? throw new InvalidOperationException("A message arrives in an office.");

    private static Refusal Ambiguous => new(
        "message-ambiguous", "このメッセージを待っている案件が複数あり、どれに渡すか決められません。宛先の鍵を確かめてください。", Kind: RefusalKind.Conflict);

    private static Outcome<MessageState> Answer(MessageState state) => state is MessageState.Ambiguous ? Ambiguous : state;

    private static IQueryable<MessageState?> Known(OfficeDb db, Guid office, string messageId) =>
        db.Messages.Where(row => row.OfficeId == office && row.Id == messageId).Select(static row => (MessageState?)row.State);
}
