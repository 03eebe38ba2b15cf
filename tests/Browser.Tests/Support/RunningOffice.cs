using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OfficeWorkflow.Browser.Tests.Support;

/// <summary>The product as a person starts it: its own process, its own data folder, an address on loopback.</summary>
public sealed class RunningOffice : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly string folder;
    private readonly string? at;
    private readonly StringBuilder output = new();
    private Process? process;

    private RunningOffice(string folder, string? at, int port)
    {
        this.folder = folder;
        this.at = at;
        Address = new Uri($"http://localhost:{port.ToString(CultureInfo.InvariantCulture)}");
    }

    public Uri Address { get; }

    /// <summary>Where a rehearsal's clock stood at the start, in Tokyo.</summary>
    public string At => at ?? throw new InvalidOperationException("Nobody moves the clock of this office.");

    /// <summary>All that the server has printed.</summary>
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

    /// <summary>Starts in rehearsal mode.</summary>
    /// <param name="at">Where the clock stands, Tokyo time, such as <c>2026-01-19T09:00</c>.</param>
    /// <param name="failpoint">Name of the failpoint at which the process dies, or null.</param>
    public static Task<RunningOffice> StartAsync(string at, string? failpoint = null) => BeginAsync(at, failpoint);

    /// <summary>Starts as an office works: by the world's clock, and its mail leaves the house once it has a mail server.</summary>
    public static Task<RunningOffice> StartLiveAsync() => BeginAsync(at: null, failpoint: null);

    private static async Task<RunningOffice> BeginAsync(string? at, string? failpoint)
    {
        var fresh = Directory.CreateTempSubdirectory("office-walk-").FullName;
        var office = new RunningOffice(fresh, at, FreePort());
        await office.LaunchAsync(failpoint);

        return office;
    }

    /// <summary>Kills the process without warning and starts it again on the same data.</summary>
    public async Task RestartAsync(string? failpoint = null)
    {
        await KillAsync();
        await LaunchAsync(failpoint);
    }

    /// <summary>Waits until the process has died by itself (at its failpoint).</summary>
    public async Task DiesAsync()
    {
        using var limit = new CancellationTokenSource(StartLimit);
        await process!.WaitForExitAsync(limit.Token);
    }

    public bool HasDied => process is { HasExited: true };

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task LaunchAsync(string? failpoint)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process { StartInfo = Command(failpoint), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Keep(line.Data, started);
        process.ErrorDataReceived += (_, line) => Keep(line.Data, started);
        process.Exited += (_, _) => started.TrySetException(new InvalidOperationException("The server stopped:\n" + Output));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        await started.Task.WaitAsync(StartLimit);
    }

    private ProcessStartInfo Command(string? failpoint)
    {
        var server = Path.Combine(AppContext.BaseDirectory, "OfficeWorkflow.Server.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        string[] rehearsal = at is null ? [] : ["--rehearsal", "--at", at, "--into", Path.Combine(folder, "rehearsal")];
        string[] arguments = [server, "--urls", Address.ToString().TrimEnd('/'), "--data", Path.Combine(folder, "office"), "--contentRoot", Repository.Server];
        foreach (var argument in arguments.Concat(rehearsal))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TZ"] = "America/Los_Angeles";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        if (failpoint is not null)
        {
            start.Environment["OFFICE_FAILPOINT"] = failpoint;
        }

        return start;
    }

    private void Keep(string? line, TaskCompletionSource started)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
        }

        if (line.Contains(Address.ToString().TrimEnd('/'), StringComparison.Ordinal))
        {
            started.TrySetResult();
        }
    }

    private async Task KillAsync()
    {
        if (process is null)
        {
            return;
        }

        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
