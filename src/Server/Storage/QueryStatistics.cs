using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OfficeWorkflow.Server.Storage;

/// <summary>
/// How many rows SQLite believes its tables to have. Without that it takes an office for ten rows and reads a whole table by it rather than fifty rows by
/// their ids. PostgreSQL keeps its own.
/// </summary>
public static class QueryStatistics
{
    /// <summary>All tables, not only those this connection has asked; whatever has grown or shrunk a lot since it was last counted.</summary>
    private const string Renew = "PRAGMA optimize=0x10002;";

    /// <returns>Whether this database needs it.</returns>
    public static async Task<bool> RenewAsync(OfficeDbs dbs, CancellationToken stop)
    {
        if (dbs.Database.Provider is not DatabaseProvider.Sqlite)
        {
            return false;
        }

        await using var db = dbs.Open(new Scope.System("statistics"));
        using (await dbs.Database.Gate.EnterAsync(stop))
        {
            await db.Database.ExecuteSqlRawAsync(Renew, stop);
        }

        // A connection reads the counts when it is made: those in the pool are let go, so that the next ones know.
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        return true;
    }
}
