using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace OfficeWorkflow.Bench.Engines;

/// <summary>npm bpmn-engine on one thread of Node.js, on the same file; installed on demand from its lock.</summary>
internal sealed record Peer(double PerSecond, int StateBytes)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "peer");

    public static Peer Run(string file, string mode, TimeSpan length)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            Execute("npm", "ci", "--silent", "--no-audit", "--no-fund");
        }

        var seconds = length.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        using var answer = JsonDocument.Parse(Execute("node", "peer.js", file, mode, seconds));

        return new Peer(answer.RootElement.GetProperty("perSecond").GetDouble(), answer.RootElement.GetProperty("stateBytes").GetInt32());
    }

    private static string Execute(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{program}' does not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}.");
    }
}
