using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OfficeWorkflow.Server.Storage;

/// <summary>What is committed is on the disk: the setting belongs to the connection, not to the file. It stays while the pool keeps the connection, so it is set once.</summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    private const string Setting = "PRAGMA synchronous=FULL;";

    /// <summary>The connections below ours that have it.</summary>
    private readonly ConditionalWeakTable<object, object> settled = [];

    public static SqliteDurability Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!IsSettled(connection))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Setting;
            command.ExecuteNonQuery();
            Settle(connection);
        }
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!IsSettled(connection))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Setting;
            await command.ExecuteNonQueryAsync(cancellationToken);
            Settle(connection);
        }
    }

    private static object Below(DbConnection connection) => ((SqliteConnection)connection).Handle!;

    private bool IsSettled(DbConnection connection) => settled.TryGetValue(Below(connection), out _);

    private void Settle(DbConnection connection) => settled.AddOrUpdate(Below(connection), Setting);
}
