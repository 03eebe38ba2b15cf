using System.Diagnostics;
using Microsoft.Playwright;

namespace OfficeWorkflow.Browser.Tests.Support;

/// <summary>A PDF of the product, as another program reads it.</summary>
internal static class PlanPaper
{
    /// <summary>Its letters without white space: what was typed, wherever a line was broken.</summary>
    public static async Task<string> LettersAsync(IPage page, string address)
    {
        var answer = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), address).ToString());
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.pdf");
        await File.WriteAllBytesAsync(file, await answer.BodyAsync());
        try
        {
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-raw", file, "-"]) { UseShellExecute = false, RedirectStandardOutput = true })
                ?? throw new InvalidOperationException("pdftotext did not start.");
            var text = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();

            return Letters(text);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static string Letters(string text) => string.Concat(text.Where(static letter => !char.IsWhiteSpace(letter)));
}
