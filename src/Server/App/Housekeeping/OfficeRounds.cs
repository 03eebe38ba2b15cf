using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App.Housekeeping;

/// <summary>Does something for each office, each in a context that sees that office only.</summary>
internal static class OfficeRounds
{
    /// <param name="act">Answers how many things it did.</param>
    /// <returns>Their sum.</returns>
    public static async Task<int> SumAsync(OfficeDbs dbs, Func<OfficeDb, Guid, Task<int>> act, CancellationToken stop)
    {
        await using var all = dbs.Open(new Scope.System("calendar"));
        var sum = 0;
        foreach (var office in await all.Offices.Select(static office => office.Id).ToListAsync(stop))
        {
            await using var db = dbs.Open(new Scope.CaseOffice(office));
            sum += await act(db, office);
        }

        return sum;
    }
}
