using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OfficeWorkflow.Server.App.Rehearsing;

/// <summary>Reaches a failpoint before and after each commit that EF does not track: claims and marks of the pump.</summary>
internal sealed class FailingClaims(Failpoint failpoint) : DbTransactionInterceptor
{
    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.ChangeTracker.HasChanges() is false)
        {
            failpoint.Reach("before:claim");
        }

        return new(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.ChangeTracker.HasChanges() is false)
        {
            failpoint.Reach("after:claim");
        }

        return Task.CompletedTask;
    }
}
