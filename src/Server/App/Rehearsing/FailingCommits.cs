using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Outbox;

namespace OfficeWorkflow.Server.App.Rehearsing;

/// <summary>Reaches a failpoint before and after each SaveChanges, named after what it commits.</summary>
internal sealed partial class FailingCommits(Failpoint failpoint) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, string> underWay = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        underWay.Remove(eventData.Context!);
        if (eventData.Context!.ChangeTracker.HasChanges())
        {
            var kind = KindOf(eventData.Context);
            underWay.Add(eventData.Context, kind);
            failpoint.Reach($"before:{kind}");
        }

        return new(result);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (underWay.TryGetValue(eventData.Context!, out var kind))
        {
            failpoint.Reach($"after:{kind}");
        }

        return new(result);
    }

    private static string KindOf(DbContext db)
    {
        if (db.ChangeTracker.Entries<HistoryEntry>().FirstOrDefault(static entry => entry.State is EntityState.Added) is { } told)
        {
            return WordStart().Replace(told.Entity.Told, "-$0").TrimStart('-').ToLowerInvariant();
        }

        if (db.ChangeTracker.Entries<Message>().Any(static entry => entry.State is EntityState.Added))
        {
            return "message-kept";
        }

        return db.ChangeTracker.Entries<OutboxEntry>().Any(static entry => entry.State is EntityState.Modified) ? "entry-marked" : "other";
    }

    [GeneratedRegex("[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex WordStart();
}
