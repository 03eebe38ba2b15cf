using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

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

    public DbContextOptions<OfficeDb> Options { get; }

    /// <param name="interceptors">Further interceptors, such as the failpoints of a rehearsal.</param>
    public static Database Sqlite(string file, IEnumerable<IInterceptor> interceptors) =>
        new(DatabaseProvider.Sqlite, new SqliteConnectionStringBuilder { DataSource = file }.ToString(), interceptors);

    public static Database Postgres(string connectionString, IEnumerable<IInterceptor> interceptors) =>
        new(DatabaseProvider.Postgres, connectionString, interceptors);

    private DbContextOptions<OfficeDb> BuildOptions(IEnumerable<IInterceptor> interceptors)
    {
        var builder = new DbContextOptionsBuilder<OfficeDb>();
        _ = Provider is DatabaseProvider.Sqlite
            ? builder.UseSqlite(ConnectionString).AddInterceptors(SqliteDurability.Instance)
            : builder.UseNpgsql(ConnectionString);

        // Steps are written by hand: there is no snapshot to compare the model with. SchemaTests compares instead.
        builder.ConfigureWarnings(static warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        builder.AddInterceptors(interceptors);
        return builder.Options;
    }
}
