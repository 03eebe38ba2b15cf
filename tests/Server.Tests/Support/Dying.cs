using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>A process that dies at the n-th thing that it does with its database: a statement, the beginning of a commit, its end. From then on it does nothing any more.</summary>
internal sealed class Dying(int at) : DbCommandInterceptor, IDbTransactionInterceptor, IDisposable
{
    private readonly CancellationTokenSource dead = new();
    private int done;

    public CancellationToken Stop => dead.Token;

    /// <summary>The databases of the office, as this process sees them.</summary>
    public OfficeDbs DbsOf(RunningOffice office)
    {
        var text = office.Dbs.Database.ConnectionString;
        return new OfficeDbs(office.Dbs.Database.Provider is DatabaseProvider.Sqlite
            ? Database.Sqlite(new SqliteConnectionStringBuilder(text).DataSource, [this])
            : Database.Postgres(text, [this]));
    }

    /// <summary>Does it until death; what then is left undone stays undone.</summary>
    /// <returns>Whether it died of it.</returns>
    public async Task<bool> DoAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (OperationCanceledException) when (dead.IsCancellationRequested)
        {
            // As a process that was killed: whoever else works on the database goes on.
        }

        return dead.IsCancellationRequested;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Next(result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Next(result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Next(result));

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Next(result));

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => Task.FromResult(Next(0));

    public void Dispose() => dead.Dispose();

    private T Next<T>(T result)
    {
        if (++done >= at)
        {
            dead.Cancel();
        }

        dead.Token.ThrowIfCancellationRequested();
        return result;
    }
}
