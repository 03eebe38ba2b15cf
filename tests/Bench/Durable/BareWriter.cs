using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Work;
using Database = OfficeWorkflow.Server.Storage.Database;
using OfficeDb = OfficeWorkflow.Server.Storage.OfficeDb;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>
/// The rows of one such step written by ADO.NET alone, in the same tables with the same settings: the case updated, its history
/// and the next work item inserted, the last one ended. Nothing is read, nothing is decided.
/// </summary>
internal sealed class BareWriter : IAsyncDisposable
{
    private readonly Database database;
    private readonly DbConnection connection;
    private readonly CaseFile file;
    private readonly Statement update;
    private readonly Statement history;
    private readonly Statement end;
    private readonly Statement work;
    private Guid open;
    private int number;

    private BareWriter(Database database, OfficeDb db, CaseFile file, HistoryEntry entry, WorkItem item)
    {
        this.database = database;
        this.file = file;
        (open, number) = (item.Id, file.Revision);
        connection = db.Database.GetDbConnection();
        update = Statement.Update(connection, db, file, [nameof(CaseFile.State), nameof(CaseFile.Revision)]);
        history = Statement.Insert(connection, db, entry);
        end = Statement.Update(connection, db, item, [nameof(WorkItem.EndedAt), nameof(WorkItem.End)]);
        work = Statement.Insert(connection, db, item);
    }

    public static async Task<BareWriter> OpenAsync(BenchOffice office, CaseFile file)
    {
        var db = office.Db();
        var entry = await db.History.AsNoTracking().SingleAsync(row => row.CaseId == file.Id);
        var item = await db.Work.AsNoTracking().SingleAsync(row => row.CaseId == file.Id);
        await db.Database.OpenConnectionAsync();

        return new BareWriter(office.Database, db, file, entry, item);
    }

    public async Task StepAsync()
    {
        number++;
        var next = Guid.CreateVersion7();
        var now = TimeProvider.System.GetUtcNow();
        using var turn = await database.Gate.EnterAsync(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync();
        await update.RunAsync(transaction, (nameof(CaseFile.State), file.State), (nameof(CaseFile.Revision), number));
        await history.RunAsync(transaction, (nameof(HistoryEntry.Number), number), (nameof(HistoryEntry.At), now));
        await end.RunAsync(transaction, (nameof(WorkItem.Id), open), (nameof(WorkItem.EndedAt), now), (nameof(WorkItem.End), Workflows.Running.WorkEnd.Finished));
        await work.RunAsync(transaction, (nameof(WorkItem.Id), next), (nameof(WorkItem.EngineId), $"b{number}"), (nameof(WorkItem.OpenedAt), now));
        await transaction.CommitAsync();
        open = next;
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    /// <summary>A prepared statement over the columns of a mapped row; its values are the row's but for those that change.</summary>
    [SuppressMessage("Security", "S2077", Justification = "The texts are made of the names that the model gives its tables and columns.")]
    private sealed class Statement(DbCommand command, Dictionary<string, IProperty> columns)
    {
        public static Statement Insert(DbConnection connection, OfficeDb db, object row)
        {
            var columns = Columns(db, row);
            var names = columns.Values.Select(static column => $"\"{column.GetColumnName()}\"");
            var command = connection.CreateCommand();
            command.CommandText = $"INSERT INTO {Table(db, row)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", columns.Keys.Select(static name => "@" + name))})";

            return Prepared(command, columns, columns.Keys, row);
        }

        public static Statement Update(DbConnection connection, OfficeDb db, object row, string[] changed)
        {
            var columns = Columns(db, row);
            var assignments = changed.Select(name => $"\"{columns[name].GetColumnName()}\" = @{name}");
            var command = connection.CreateCommand();
            command.CommandText = $"UPDATE {Table(db, row)} SET {string.Join(", ", assignments)} WHERE \"{columns["Id"].GetColumnName()}\" = @Id";

            return Prepared(command, columns, [.. changed, "Id"], row);
        }

        public async Task RunAsync(DbTransaction transaction, params (string Name, object Value)[] values)
        {
            command.Transaction = transaction;

            foreach (var (name, value) in values)
            {
                command.Parameters[name].Value = Parameter(command, columns[name], value).Value;
            }

            await command.ExecuteNonQueryAsync();
        }

        private static Statement Prepared(DbCommand command, Dictionary<string, IProperty> columns, IEnumerable<string> names, object row)
        {
            foreach (var name in names)
            {
                command.Parameters.Add(Parameter(command, columns[name], columns[name].GetGetter().GetClrValue(row)));
            }

            return new Statement(command, columns);
        }

        private static DbParameter Parameter(DbCommand command, IProperty column, object? value) =>
            ((RelationalTypeMapping)column.GetTypeMapping()).CreateParameter(command, column.Name, value, column.IsNullable);

        private static string Table(OfficeDb db, object row) => $"\"{db.Model.FindEntityType(row.GetType())!.GetTableName()}\"";

        private static Dictionary<string, IProperty> Columns(OfficeDb db, object row) =>
            db.Model.FindEntityType(row.GetType())!.GetProperties().ToDictionary(static property => property.Name, StringComparer.Ordinal);
    }
}
