using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace OfficeWorkflow.Browser.Tests.Support;

/// <summary>What a walk asks of every page it meets.</summary>
internal static class PageWalk
{
    private static readonly Lazy<string> Axe = new(static () =>
        File.ReadAllText(Path.Combine(Repository.Root, "src/Designer/node_modules/axe-core/axe.min.js")));

    /// <summary>No accessibility violation (WCAG 2.2 A and AA, as axe finds them), at the width the page has.</summary>
    public static async Task IsAccessibleAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe.Value);
        var found = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations");

        Assert.True(found.GetArrayLength() == 0, page.Url + Describe(found));
    }

    /// <summary>The same at 1280 and at 390 pixels, and nothing wider than the phone.</summary>
    public static async Task IsAccessibleOnDeskAndPhoneAsync(this IPage page)
    {
        var before = page.ViewportSize!;
        foreach (var (width, height) in new[] { (1280, 900), (390, 844) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.IsAccessibleAsync();
            var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{page.Url} is {overflow} px wider than {width}.");
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    /// <summary>A picture for the README, and for whoever wants to look.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        var folder = Environment.GetEnvironmentVariable("OFFICE_PICTURES");
        if (folder is null)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    private static string Describe(JsonElement violations)
    {
        var text = new StringBuilder();
        foreach (var violation in violations.EnumerateArray())
        {
            text.Append('\n').Append(violation.GetProperty("id").GetString()).Append(": ").Append(violation.GetProperty("help").GetString());
            foreach (var node in violation.GetProperty("nodes").EnumerateArray())
            {
                text.Append("\n    ").Append(node.GetProperty("html").GetString());
            }
        }

        return text.ToString();
    }
}
