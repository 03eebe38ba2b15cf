using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace OfficeWorkflow.Server.Storage;

/// <summary>One process at a time brings a database up to its version and puts in what every office has. A process that dies lets go.</summary>
internal static class StartingAlone
{
    private const long LockId = 7310032105;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <returns>Held until it is disposed.</returns>
    public static async Task<IAsyncDisposable> EnterAsync(OfficeDbs dbs, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(LongestWait);
        try
        {
            return dbs.Database.Provider is DatabaseProvider.Sqlite
                ? await HoldFileAsync(new SqliteConnectionStringBuilder(dbs.Database.ConnectionString).DataSource + ".starting", patience.Token)
                : await HoldLockAsync(dbs, patience.Token);
        }
        catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException("Another process has been starting on this database for five minutes. Once it is through, or has ended, start this one again.", late);
        }
    }

    private static async Task<FileStream> HoldFileAsync(string file, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                // Another process of ours starts on this database at this moment.
                await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
            }
        }
    }

    // A connection of its own, not of the pool: the lock ends with it.
    private static async Task<NpgsqlConnection> HoldLockAsync(OfficeDbs dbs, CancellationToken stop)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(dbs.Database.ConnectionString) { Pooling = false, CommandTimeout = 0 }.ToString());
        try
        {
            await OpenAsync(connection, dbs, stop);
            await using var take = new NpgsqlCommand("SELECT pg_advisory_lock(@id)", connection) { Parameters = { new("id", LockId) } };
            await take.ExecuteNonQueryAsync(stop);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task OpenAsync(NpgsqlConnection connection, OfficeDbs dbs, CancellationToken stop)
    {
        try
        {
            await connection.OpenAsync(stop);
        }
        catch (PostgresException none) when (none.SqlState is PostgresErrorCodes.InvalidCatalogName)
        {
            await CreateAsync(dbs, stop);
            await connection.OpenAsync(stop);
        }
    }

    private static async Task CreateAsync(OfficeDbs dbs, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("start-up"));
        try
        {
            await db.GetService<IRelationalDatabaseCreator>().CreateAsync(stop);
        }
        catch (PostgresException there) when (there.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another server was faster.
        }
    }
}
