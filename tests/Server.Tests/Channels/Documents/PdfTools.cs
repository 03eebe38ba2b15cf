using System.Diagnostics;

namespace OfficeWorkflow.Server.Tests.Channels.Documents;

/// <summary>What other programs (poppler, qpdf) see in our bytes.</summary>
internal static class PdfTools
{
    public static string Text(byte[] pdf) => Run("pdftotext", pdf, "-layout", "-");

    /// <summary>The text without any white space: what was typed, wherever it was broken.</summary>
    public static string Letters(byte[] pdf) =>
        string.Concat(Run("pdftotext", pdf, "-raw", "-").Where(static letter => !char.IsWhiteSpace(letter)));

    public static string Fonts(byte[] pdf) => Run("pdffonts", pdf);

    public static string Information(byte[] pdf) => Run("pdfinfo", pdf);

    /// <summary>Finds nothing to complain about, or fails with the complaint.</summary>
    public static void AssertSound(byte[] pdf)
    {
        var path = Written(pdf);
        try
        {
            var (code, said) = Start("qpdf", ["--check", path]);

            Assert.True(code == 0, said);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Run(string tool, byte[] pdf, params string[] more)
    {
        var path = Written(pdf);
        try
        {
            string[] arguments = more is [.., "-"] ? [.. more[..^1], path, "-"] : [path];
            var (code, said) = Start(tool, arguments);
            Assert.True(code == 0, said);

            return said;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Written(byte[] pdf)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.pdf");
        File.WriteAllBytes(path, pdf);

        return path;
    }

    private static (int Code, string Said) Start(string tool, string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} did not start.");
        var complaints = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        return (process.ExitCode, said + complaints.GetAwaiter().GetResult());
    }
}
