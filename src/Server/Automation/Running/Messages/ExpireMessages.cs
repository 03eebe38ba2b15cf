using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Running.Messages;

/// <summary>Kept messages for which nobody waited in time.</summary>
internal static class ExpireMessages
{
    /// <returns>How many.</returns>
    public static async Task<int> HandleAsync(OfficeDbs dbs, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("calendar"));
        var now = clock.GetUtcNow();
        return await db.InTransactionAsync(
            inner => db.Messages.Where(message => message.State == MessageState.Kept && message.ExpiresAt <= now)
                .ExecuteUpdateAsync(static row => row.SetProperty(static message => message.State, MessageState.Expired), inner),
            stop);
    }
}
