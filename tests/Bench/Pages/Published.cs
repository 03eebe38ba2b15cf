using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Bench.Pages;

/// <summary>The published server: from starting the process to the first page, and what it holds in memory when nobody asks.</summary>
internal static class Published
{
    private const int Rounds = 5;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    public static async Task<Figure[]> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("office-published-").FullName;
        await PublishAsync(Path.Combine(folder, "server"));
        var first = await StartAsync(folder, static _ => Task.CompletedTask);
        var again = new List<double>();
        for (var round = 1; round < Rounds; round++)
        {
            again.Add(await StartAsync(folder, static _ => Task.CompletedTask));
        }

        var resident = 0.0;
        again.Add(await StartAsync(folder, async server =>
        {
            await Task.Delay(Rest);
            resident = Resident(server);
        }));
        Directory.Delete(folder, recursive: true);
        again.Sort();

        var load = (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];
        return
        [
            new Figure("start", Math.Round(again[Rounds / 2], 3), "s", Limit: null, Ratio: null, string.Create(
                CultureInfo.InvariantCulture,
                $"published build, SQLite, from starting the process to the sign-in page; median of {Rounds} starts on a demo office ({again[0]:0.000} to {again[^1]:0.000}); the very first, which makes the database and the demo office, {first:0.000} s; load {load}; {Machine.Conditions}")),
            new Figure("idle-memory", Math.Round(resident, 1), "MB", Limit: null, Ratio: null, string.Create(
                CultureInfo.InvariantCulture, $"VmRSS of the published server on a demo office, one page shown, after {Rest.TotalSeconds} s of rest; {Machine.Conditions}")),
        ];
    }

    private static async Task PublishAsync(string target)
    {
        using var publish = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!, ["publish", Path.Combine(Repository.Server, "Server.csproj"), "-c", "Release", "-p:RunAnalyzers=false", "--nologo", "-v", "quiet", "-o", target]))!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
        {
            throw new InvalidOperationException("The server was not published.");
        }
    }

    /// <returns>Seconds until the sign-in page was there.</returns>
    private static async Task<double> StartAsync(string folder, Func<Process, Task> then)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var published = Path.Combine(folder, "server");
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var watch = Stopwatch.StartNew();
        using var server = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!, [Path.Combine(published, "OfficeWorkflow.Server.dll"), "--urls", address, "--data", Path.Combine(folder, "data"), "--contentRoot", published])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        _ = server.StandardOutput.ReadToEndAsync();
        while (!await AnswersAsync(client))
        {
            await Task.Delay(10);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        await then(server);
        server.Kill();
        await server.WaitForExitAsync();

        return seconds;
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative));
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static double Resident(Process server)
    {
        var line = File.ReadLines($"/proc/{server.Id.ToString(CultureInfo.InvariantCulture)}/status").Single(static line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1000;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
