using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OfficeWorkflow.Server.Tests.Killing;

/// <summary>The server as a process of its own, on a folder of its own, which can be killed and started again.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Only an interface to itself, which is down.</summary>
    private static readonly string[] NoNetwork = Environment.IsPrivilegedProcess ? ["--net", "dotnet"] : ["--map-root-user", "--net", "dotnet"];

    private readonly StringBuilder output = new();
    private readonly Uri address = new($"http://localhost:{FreePort().ToString(CultureInfo.InvariantCulture)}");
    private Process? process;

    /// <summary>It has no network at all, not even one to this test: it listens on a socket of its folder.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Its time zone, where it is not that of the machine.</summary>
    public string? Zone { get; init; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("office-killed-").FullName;

    /// <summary>Where the rehearsal lies.</summary>
    public string Rehearsal => Path.Combine(Folder, "rehearsal");

    /// <summary>All that it has printed.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    public static string Repository { get; } = FindRepository();

    /// <summary>Starts it in rehearsal on the first day of the example case, or goes on with what lies there.</summary>
    public Task RehearseAsync(string? failpoint) =>
        LaunchAsync(failpoint, "--rehearsal", "--at", "2026-01-19T09:00", "--data", Path.Combine(Folder, "office"), "--into", Rehearsal);

    /// <summary>Starts it as an office does.</summary>
    public Task OpenAsync(string? failpoint, params string[] settings) => LaunchAsync(failpoint, ["--data", Path.Combine(Folder, "office"), .. settings]);

    /// <summary>A caller with cookies of its own, who is told where a redirect leads.</summary>
    public HttpClient Caller()
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        if (IsOffline)
        {
            handler.ConnectCallback = async (_, stop) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketFile), stop);
                return new NetworkStream(socket, ownsSocket: true);
            };
        }

        return new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
    }

    /// <summary>Runs one command of the server on the data folder.</summary>
    public async Task<(int Code, string Said)> CommandAsync(params string[] arguments)
    {
        using var command = Process.Start(StartInfo(failpoint: null, [.. arguments, "--data", Path.Combine(Folder, "office")]))
            ?? throw new InvalidOperationException("The server did not start.");
        using var limit = new CancellationTokenSource(Patience);
        var trouble = command.StandardError.ReadToEndAsync(limit.Token);
        var said = await command.StandardOutput.ReadToEndAsync(limit.Token);
        await command.WaitForExitAsync(limit.Token);
        return (command.ExitCode, said + await trouble);
    }

    /// <summary>Waits until it has died by itself.</summary>
    public async Task DiesAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await process!.WaitForExitAsync(limit.Token);
    }

    public int Id => process!.Id;

    public bool HasDied => process is { HasExited: true };

    public async Task KillAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await DiesAsync();
        }

        process?.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <returns>Once it listens, or has died at its failpoint before it did.</returns>
    private async Task LaunchAsync(string? failpoint, params string[] arguments)
    {
        await KillAsync();
        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process { StartInfo = StartInfo(failpoint, arguments), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Keep(line.Data, listens);
        process.ErrorDataReceived += (_, line) => Keep(line.Data, listens);
        process.Exited += (_, _) => listens.TrySetResult();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await listens.Task.WaitAsync(Patience);
    }

    private ProcessStartInfo StartInfo(string? failpoint, string[] arguments)
    {
        var start = new ProcessStartInfo(IsOffline ? "unshare" : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        string[] all =
        [
            .. IsOffline ? NoNetwork : [], Path.Combine(AppContext.BaseDirectory, "OfficeWorkflow.Server.dll"), .. arguments,
            "--urls", Urls, "--contentRoot", Path.Combine(Repository, "src", "Server"), $"--Site:Address={address}",
        ];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["OFFICE_FAILPOINT"] = failpoint;
        if (Zone is not null)
        {
            start.Environment["TZ"] = Zone;
        }

        return start;
    }

    private void Keep(string? line, TaskCompletionSource listens)
    {
        lock (output)
        {
            output.AppendLine(line);
        }

        if (line?.Contains(Urls, StringComparison.Ordinal) is true)
        {
            listens.TrySetResult();
        }
    }

    private string Urls => IsOffline ? $"http://unix:{SocketFile}" : address.ToString().TrimEnd('/');

    private string SocketFile => Path.Combine(Folder, "server.sock");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OfficeWorkflow.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}
