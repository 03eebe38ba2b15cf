using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work.Lists;

/// <summary>How much work each scope shows. What an index answers is asked scope by scope; a search, which must read all open work, reads it once for all of them.</summary>
internal static class WorkCounts
{
    private static readonly InboxScope[] OfOpen = [.. Enum.GetValues<InboxScope>().Where(static scope => scope is not InboxScope.Done)];

    /// <param name="hits">All that a search found, where that is not too much.</param>
    public static async Task<IReadOnlyDictionary<InboxScope, int>> OfAsync(
        WorkFilter filter, List<WorkItem>? hits, WorkScopes scopes, OfficeDb db, CancellationToken stop)
    {
        var counts = (hits, filter.Searches) switch
        {
            ({ } found, _) => OfOpen.ToDictionary(static scope => scope, scope => found.AsQueryable().Count(scopes.Shows(scope))),
            (null, true) => await AtOnceAsync(filter.Apply(scopes.Seat.Open(db)), scopes, stop),
            _ => await OneByOneAsync(filter, scopes, db, stop),
        };
        counts[InboxScope.Done] = await filter.Apply(scopes.Of(InboxScope.Done, db)).CountAsync(stop);
        return counts;
    }

    private static async Task<Dictionary<InboxScope, int>> OneByOneAsync(WorkFilter filter, WorkScopes scopes, OfficeDb db, CancellationToken stop)
    {
        var counts = new Dictionary<InboxScope, int>();
        foreach (var scope in OfOpen)
        {
            counts[scope] = await filter.Apply(scopes.Of(scope, db)).CountAsync(stop);
        }

        return counts;
    }

    /// <summary>Each row says which scopes show it, a bit a scope; rows that say the same are counted together.</summary>
    private static async Task<Dictionary<InboxScope, int>> AtOnceAsync(IQueryable<WorkItem> found, WorkScopes scopes, CancellationToken stop)
    {
        var piles = await found.Select(Bits(scopes)).GroupBy(static bits => bits).Select(static pile => new { pile.Key, Count = pile.Count() }).ToListAsync(stop);
        return OfOpen.ToDictionary(static scope => scope, scope => piles.Where(pile => (pile.Key & Bit(scope)) != 0).Sum(static pile => pile.Count));
    }

    private static Expression<Func<WorkItem, int>> Bits(WorkScopes scopes)
    {
        var work = Expression.Parameter(typeof(WorkItem), "work");
        var bits = OfOpen.Select(scope => (Expression)Expression.Condition(Saying.About(scopes.Shows(scope), work), Expression.Constant(Bit(scope)), Expression.Constant(0)));
        return Expression.Lambda<Func<WorkItem, int>>(bits.Aggregate(Expression.Add), work);
    }

    private static int Bit(InboxScope scope) => 1 << (int)scope;
}
