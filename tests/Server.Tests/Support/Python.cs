using System.Diagnostics;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>Debian's Python with python3-icalendar, which ./check installs: somebody else's reader of what we write.</summary>
internal static class Python
{
    /// <summary>What a script prints that reads this text.</summary>
    public static async Task<string> RunAsync(string script, string text)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-X", "utf8", "-c", script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var python = Process.Start(start) ?? throw new InvalidOperationException("/usr/bin/python3 does not start.");
        var said = python.StandardOutput.ReadToEndAsync();
        var complained = python.StandardError.ReadToEndAsync();
        await python.StandardInput.WriteAsync(text);
        python.StandardInput.Close();
        await python.WaitForExitAsync();

        Assert.True(python.ExitCode == 0, $"python3-icalendar is absent (apt-get install python3-icalendar) or does not read the text:\n{await complained}");
        return await said;
    }
}
