using System.Diagnostics;

namespace OfficeWorkflow.Workflows.Tests.Outside.Peer;

/// <summary>npm bpmn-engine under Node.js, installed on demand from the lock that the bench uses too.</summary>
internal static class BpmnEngine
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "peer");

    /// <summary>One line in, one line out.</summary>
    public static IReadOnlyList<string> Play(IEnumerable<string> lines)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "bpmn-engine")))
        {
            Run("npm", ["ci", "--silent", "--no-audit", "--no-fund"], []);
        }

        return Run("node", ["play.js"], lines);
    }

    private static List<string> Run(string program, string[] arguments, IEnumerable<string> lines)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{program}' does not start.");
        var answers = new List<string>();
        process.OutputDataReceived += (_, line) =>
        {
            if (!string.IsNullOrEmpty(line.Data))
            {
                answers.Add(line.Data);
            }
        };
        process.BeginOutputReadLine();
        foreach (var line in lines)
        {
            process.StandardInput.WriteLine(line);
        }

        process.StandardInput.Close();
        process.WaitForExit();

        return process.ExitCode == 0 ? answers : throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}.");
    }
}
