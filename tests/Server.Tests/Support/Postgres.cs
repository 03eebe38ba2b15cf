using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>A throw-away PostgreSQL cluster: one for a test run, started by the first test that asks for a database.</summary>
public sealed class Postgres
{
    private const string Prefix = "office-postgres-";

    private static readonly Lazy<Postgres> Cluster = new(Start);

    private readonly string home;
    private readonly string administration;
    private int databases;

    private Postgres(string directory, int port)
    {
        home = directory;
        administration = string.Create(
            CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=app;Database=postgres;Maximum Pool Size=20;Connection Idle Lifetime=10;Connection Pruning Interval=5");
    }

    /// <summary>A new database, empty or as that one is.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> NewDatabaseAsync(string template = "template1")
    {
        var cluster = Cluster.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref cluster.databases)}");
        await using var connection = new NpgsqlConnection(cluster.administration);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(cluster.administration) { Database = name }.ToString();
    }

    private static Postgres Start()
    {
        var binaries = Binaries();
        StopThoseLeftBehind(binaries);
        var directory = Path.Combine(Path.GetTempPath(), Prefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(directory);
        if (IsRoot)
        {
            Run("chown", "postgres", directory);
        }

        var port = FreePort();
        Run(Path.Combine(binaries, "initdb"), "-D", $"{directory}/data", "-U", "app", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        Run(
            Path.Combine(binaries, "pg_ctl"), "-D", $"{directory}/data", "-l", $"{directory}/log", "-w", "-o",
            $"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories={directory} -c fsync=off -c max_connections=600", "start");
        var cluster = new Postgres(directory, port);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(binaries, cluster.home);
        return cluster;
    }

    private static bool IsRoot => string.Equals(Environment.UserName, "root", StringComparison.Ordinal);

    private static string Binaries() =>
        Directory.GetDirectories("/usr/lib/postgresql")
            .Select(static version => Path.Combine(version, "bin"))
            .Where(static bin => File.Exists(Path.Combine(bin, "initdb")))
            .Order(StringComparer.Ordinal)
            .LastOrDefault() ?? throw new InvalidOperationException("PostgreSQL is not installed: apt-get install postgresql.");

    /// <summary>A test run that was killed could not stop its cluster.</summary>
    private static void StopThoseLeftBehind(string binaries)
    {
        foreach (var directory in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var owner = Path.GetFileName(directory)[Prefix.Length..];
            if (!Directory.Exists($"/proc/{owner}"))
            {
                StopAsOneOfMany(binaries, directory);
            }
        }
    }

    private static void StopAsOneOfMany(string binaries, string directory)
    {
        try
        {
            Stop(binaries, directory);
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException)
        {
            // Another test run that starts at this moment clears it away too.
        }
    }

    private static void Stop(string binaries, string directory)
    {
        if (File.Exists($"{directory}/data/postmaster.pid"))
        {
            Run(Path.Combine(binaries, "pg_ctl"), "-D", $"{directory}/data", "-m", "immediate", "-w", "stop");
        }

        try
        {
            Directory.Delete(directory, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another test run found the same leftovers and was faster.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>PostgreSQL refuses root: its programs are run as the user postgres then.</summary>
    private static void Run(string program, params string[] arguments)
    {
        string[] line = IsRoot && !string.Equals(program, "chown", StringComparison.Ordinal)
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "env", "-C", "/", "HOME=/tmp", program, .. arguments]
            : [program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(line[0], line[1..]))
            ?? throw new InvalidOperationException($"{program} did not start.");
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
