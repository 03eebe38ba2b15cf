using System.Data;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Storage.Backups;

/// <summary>PostgreSQL's own programs, pg_dump and pg_restore, where they are installed.</summary>
internal static class PostgresCopy
{
    private static readonly string[] Homes = ["/usr/lib/postgresql", "/usr/pgsql"];

    public static async Task<Outcome<(string? Step, Dictionary<string, long> Rows)>> SaveAsync(Database database, string file, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(stop);

        // What is counted and what is dumped are one moment.
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await using var export = new NpgsqlCommand("SELECT pg_export_snapshot()", connection, moment);
        var snapshot = (string)(await export.ExecuteScalarAsync(stop))!;
        var step = await RowCounts.SchemaStepAsync(connection, DatabaseProvider.Postgres, stop);
        var rows = await RowCounts.OfAsync(connection, DatabaseProvider.Postgres, stop);
        return await RunAsync("pg_dump", database, ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={file}"], stop) is { } trouble
            ? trouble
            : (step, rows);
    }

    public static Task<Refusal?> LoadAsync(Database database, string file, CancellationToken stop) =>
        RunAsync("pg_restore", database, ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", file], stop);

    public static async Task<Dictionary<string, long>> CountAsync(Database database, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(stop);
        return await RowCounts.OfAsync(connection, DatabaseProvider.Postgres, stop);
    }

    public static async Task<bool> IsEmptyAsync(Database database, CancellationToken stop) => (await CountAsync(database, stop)).Count == 0;

    /// <summary>Runs on an empty database of its own, which goes away afterwards.</summary>
    public static async Task<T> OnThrowAwayAsync<T>(Database database, Func<Database, Task<T>> act, CancellationToken stop)
    {
        var name = $"office_drill_{Guid.CreateVersion7():N}";
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(stop);
        await ExecuteAsync(connection, $"CREATE DATABASE {name}", stop);
        var own = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = name, Pooling = false };
        try
        {
            return await act(Database.Postgres(own.ToString(), []));
        }
        finally
        {
            await ExecuteAsync(connection, $"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "A name made here, of letters and digits.")]
    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <returns>Null when it went well.</returns>
    private static async Task<Refusal?> RunAsync(string program, Database database, string[] arguments, CancellationToken stop)
    {
        if (Find(program) is not { } path)
        {
            return new Refusal(
                "program-missing", $"{program} が見つかりません。PostgreSQL のクライアント（Debian では postgresql-client）をこの機械に入れるか、データベースの機械で {program} を使ってください。");
        }

        var target = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        string[] all =
        [
            $"--host={target.Host}", $"--port={target.Port.ToString(CultureInfo.InvariantCulture)}", $"--username={target.Username}", $"--dbname={target.Database}",
            "--no-password", .. arguments,
        ];
        var start = new ProcessStartInfo(path, all) { RedirectStandardError = true, UseShellExecute = false };
        start.Environment["PGPASSWORD"] = target.Password;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var said = await process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return process.ExitCode == 0 ? null : new Refusal("program-failed", $"{program} が失敗しました: {said.Trim()}");
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .Concat(Homes.Where(Directory.Exists).SelectMany(Directory.GetDirectories).OrderDescending(StringComparer.Ordinal)
                .Select(version => Path.Combine(version, "bin", program)))
            .FirstOrDefault(File.Exists);
}
