using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace OfficeWorkflow.Server.Storage;

/// <summary>Which database this process works on, and how a context reaches it.</summary>
public sealed class Database
{
    private Database(DatabaseProvider provider, string connectionString, IEnumerable<IInterceptor> interceptors)
    {
        Provider = provider;
        ConnectionString = connectionString;
        Gate = provider is DatabaseProvider.Sqlite ? new WriterGate.OneAtATime() : new WriterGate.Open();
        Options = BuildOptions(interceptors);
    }

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    public WriterGate Gate { get; }

    public CommitBell Bell { get; } = new();

    public Announcements Announcements { get; } = new();

    public DbContextOptions<OfficeDb> Options { get; }

    /// <param name="interceptors">Further interceptors, such as the failpoints of a rehearsal.</param>
    public static Database Sqlite(string file, IEnumerable<IInterceptor> interceptors) =>
        new(DatabaseProvider.Sqlite, new SqliteConnectionStringBuilder { DataSource = file }.ToString(), interceptors);

    public static Database Postgres(string connectionString, IEnumerable<IInterceptor> interceptors) =>
        new(DatabaseProvider.Postgres, Prepared(connectionString), interceptors);

    /// <summary>
    /// Statements that come again and again are prepared once a connection, and a connection goes back to the pool as it is: nothing here leaves anything in a
    /// session, and to clear what is not there costs seven statements a step. A statement stays in its own process: helpers for a page's few
    /// milliseconds cost more than they bring and take the cores of those who work. Unless the text says otherwise (some poolers in between do not bear it).
    /// </summary>
    private static string Prepared(string connectionString)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var prepared = said.ContainsKey("Max Auto Prepare") || said.ContainsKey("MaxAutoPrepare") ? "" : ";Max Auto Prepare=200";
        var kept = said.ContainsKey("No Reset On Close") || said.ContainsKey("NoResetOnClose") ? "" : ";No Reset On Close=true";
        var alone = said.ContainsKey("Options") ? "" : ";Options=-c max_parallel_workers_per_gather=0 -c jit=off";

        return connectionString.TrimEnd(';') + prepared + kept + alone;
    }

    private DbContextOptions<OfficeDb> BuildOptions(IEnumerable<IInterceptor> interceptors)
    {
        var builder = new DbContextOptionsBuilder<OfficeDb>();
        _ = Provider is DatabaseProvider.Sqlite
            ? builder.UseSqlite(ConnectionString).AddInterceptors(SqliteDurability.Instance)
            : builder.UseNpgsql(ConnectionString);

        // Steps are written by hand: there is no snapshot to compare the model with. SchemaTests compares instead.
        // A search that reads all its hits, up to a limit that none of them passes, needs no order of the database.
        builder.ConfigureWarnings(static warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning, CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        builder.ReplaceService<IModelCacheKeyFactory, OfficeModels>();
        builder.AddInterceptors(interceptors);
        return builder.Options;
    }
}
