using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>A throw-away PostgreSQL that writes to the disk as a real one does.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private readonly string home;
    private readonly string programs;

    private PostgresCluster(string folder, string binaries, int port)
    {
        (home, programs) = (folder, binaries);
        ConnectionString = string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=app;Database=postgres;Maximum Pool Size=50");
    }

    public string ConnectionString { get; }

    private static bool IsRoot => string.Equals(Environment.UserName, "root", StringComparison.Ordinal);

    public static PostgresCluster Start()
    {
        var binaries = Binaries();
        var folder = Directory.CreateTempSubdirectory("office-bench-postgres-").FullName;
        var port = FreePort();

        if (IsRoot)
        {
            Run("chown", "postgres", folder);
        }

        Run(Path.Combine(binaries, "initdb"), "-D", $"{folder}/data", "-U", "app", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8");
        var options = string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories={folder}");
        Run(Path.Combine(binaries, "pg_ctl"), "-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-o", options, "start");

        return new PostgresCluster(folder, binaries, port);
    }

    public void Dispose()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        Run(Path.Combine(programs, "pg_ctl"), "-D", $"{home}/data", "-m", "immediate", "-w", "stop");
        Directory.Delete(home, recursive: true);
    }

    private static string Binaries() =>
        Directory.GetDirectories("/usr/lib", "postgresql")
            .SelectMany(Directory.GetDirectories)
            .Select(static version => Path.Combine(version, "bin"))
            .Where(static bin => File.Exists(Path.Combine(bin, "initdb")))
            .Order(StringComparer.Ordinal)
            .LastOrDefault() ?? throw new InvalidOperationException("PostgreSQL is not installed: apt-get install postgresql.");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>PostgreSQL refuses root: its programs are run as the user postgres then.</summary>
    private static void Run(string program, params string[] arguments)
    {
        string[] line = IsRoot && program is not "chown"
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "env", "-C", "/", "HOME=/tmp", program, .. arguments]
            : [program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, UseShellExecute = false })
            ?? throw new InvalidOperationException($"'{program}' does not start.");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{program}' ended with {process.ExitCode}.");
        }
    }
}
