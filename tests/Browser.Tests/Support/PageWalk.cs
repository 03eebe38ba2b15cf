using System.Text.Json;
using Microsoft.Playwright;

namespace OfficeWorkflow.Browser.Tests.Support;

/// <summary>What a walk asks of every page it meets.</summary>
internal static class PageWalk
{
    private static readonly Lazy<string> Axe = new(static () =>
        File.ReadAllText(Path.Combine(Repository.Root, "src/Designer/node_modules/axe-core/axe.min.js")));

    private static readonly (int Width, int Height)[] Sizes = [(1280, 900), (390, 844)];

    /// <summary>No violation of WCAG 2.2 A and AA, as axe finds them, at the width the page has.</summary>
    public static async Task IsAccessibleAsync(this IPage page) => Assert.Empty(await ViolationsAsync(page));

    /// <summary>Nothing is wrong with the page, at a desk and on a phone.</summary>
    public static async Task IsAccessibleOnDeskAndPhoneAsync(this IPage page) => Assert.Empty(await page.FaultsAsync());

    /// <summary>
    /// What is wrong with the page at 1280 and at 390 pixels: violations of WCAG 2.2 A and AA as axe finds them, what is wider than the
    /// screen, what is too small for a finger, dates that are not 和暦.
    /// </summary>
    /// <param name="picture">Name under which pictures are kept, or null for none.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page, string? picture = null)
    {
        var before = page.ViewportSize!;
        var faults = new List<string>();
        foreach (var (width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            faults.AddRange((await ViolationsAsync(page)).Concat(await LooksAsync(page)).Select(fault => $"{page.Url} ({width} px): {fault}"));
            await page.PictureAsync(picture is null ? null : $"{picture}-{width}");
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);

        return faults;
    }

    /// <summary>At twice the size, of everything or of the letters alone, nothing runs out of the screen and no text is cut off.</summary>
    public static async Task IsWholeAtTwiceTheSizeAsync(this IPage page)
    {
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(before.Width / 2, before.Height / 2);
        var faults = (await CutAsync(page)).Select(static fault => $"all at 200 %: {fault}").ToList();
        await page.SetViewportSizeAsync(before.Width, before.Height);
        await page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
        faults.AddRange((await CutAsync(page)).Select(static fault => $"letters at 200 %: {fault}"));
        await page.EvaluateAsync("() => { document.documentElement.style.fontSize = ''; }");

        Assert.True(faults.Count is 0, $"{page.Url}\n{string.Join('\n', faults)}");
    }

    /// <summary>A picture for whoever wants to look; kept only where OFFICE_PICTURES says a folder.</summary>
    /// <param name="isWhole">Whether the page is shown to its end, or what a screen holds of it.</param>
    public static async Task PictureAsync(this IPage page, string? name, bool isWhole = true)
    {
        if (name is null || Environment.GetEnvironmentVariable("OFFICE_PICTURES") is not { } folder)
        {
            return;
        }

        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = isWhole });
    }

    /// <summary>What is wrong with one part of the page, which is quicker to ask after every small act.</summary>
    public static async Task<IReadOnlyList<string>> PartFaultsAsync(this IPage page, string part) => [.. await ViolationsAsync(page, part)];

    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page, string part = "html")
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe.Value);
        }

        var found = await page.EvaluateAsync<JsonElement>(
            "async part => (await axe.run(part, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations", part);

        return found.EnumerateArray().SelectMany(static violation => violation.GetProperty("nodes").EnumerateArray()
            .Select(node => $"{violation.GetProperty("id").GetString()}, {violation.GetProperty("help").GetString()}: {node.GetProperty("html").GetString()}"));
    }

    private static Task<string[]> CutAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const faults = [];
          const width = document.documentElement.clientWidth;
          const over = document.documentElement.scrollWidth - width;
          if (over > 0) faults.push(`${over} px wider than the screen`);
          const isRead = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, .skip');
          for (const element of document.body.querySelectorAll('*')) {
            const style = getComputedStyle(element);
            const cuts = (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) || (style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1);
            if (cuts && isRead(element) && !element.matches('textarea, input, select, .scroll')) faults.push(`cut off: ${element.outerHTML.slice(0, 200)}`);
          }
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (words.nextNode()) {
            if (words.currentNode.data.trim() === '' || !isRead(words.currentNode.parentElement) || words.currentNode.parentElement.closest('.scroll')) continue;
            const range = document.createRange();
            range.selectNodeContents(words.currentNode);
            for (const box of range.getClientRects()) {
              if (box.right > width + 1 || box.left < -1) faults.push(`out of the screen: ${words.currentNode.data.trim().slice(0, 100)}`);
            }
          }
          return faults;
        }
        """);

    private static Task<string[]> LooksAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const faults = [];
          const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
          if (over > 0) faults.push(`${over} px wider than the screen`);
          for (const control of document.querySelectorAll('button, .button, summary, select, textarea, input:not([type=hidden]), .menu a, .tabs a')) {
            const target = control.matches('[type=checkbox], [type=radio]') ? control.closest('label') ?? control : control;
            const box = target.getBoundingClientRect();
            if (control.checkVisibility({ visibilityProperty: true }) && !control.matches('.unseen, [data-bpmn-viewer] *') && box.height > 1 && box.height < 43.5) {
              faults.push(`only ${box.height} px high: ${target.outerHTML.slice(0, 200)}`);
            }
          }
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (words.nextNode()) {
            const western = /(19|20)\d\d(年|[-/]\d)/.exec(words.currentNode.data);
            if (western && words.currentNode.parentElement.checkVisibility() && !words.currentNode.parentElement.closest('.help, code, pre')) {
              faults.push(`not 和暦: ${words.currentNode.data.trim().slice(0, 100)}`);
            }
          }
          return faults;
        }
        """);
}
