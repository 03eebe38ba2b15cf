using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;
using OfficeWorkflow.Browser.Tests.Walks;

namespace OfficeWorkflow.Browser.Tests.Designing;

/// <summary>The pages that lead to the designer and away from it: lists, comparison, publishing, moving, trials, packages, figures.</summary>
public sealed class SurroundingPagesTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    private const string Key = "consent";

    [Fact]
    public async Task Are_Japanese_and_right_at_a_desk_and_on_a_phone()
    {
        var page = await office.Cast.StaffAsync("事務管理者J");
        await StartAsync(page);
        await ChangeAsync(new Sketch(page, Key));
        var faults = new List<string>();
        foreach (var (address, picture) in new[]
        {
            ("/procedures", "around-list"), ($"/procedures/{Key}", "around-procedure"), ("/procedures/plan-creation", "around-figures"), ($"/procedures/{Key}/publish", "around-publish"),
            ($"/procedures/{Key}/trials", "around-trials"), ($"/procedures/{Key}/backtest", "around-backtest"), ($"/procedures/{Key}/copies", "around-copies"), ($"/procedures/{Key}/move", "around-move"),
            ($"/procedures/{Key}/ladders", "around-ladders"), ($"/procedures/{Key}/restoring?to=shipped", "around-restoring"), ("/procedures/import", "around-import"),
        })
        {
            await page.GotoAsync(address);
            faults.AddRange(await LookAsync(page, picture));
        }

        await LookIntoPackageAsync(page);
        faults.AddRange(await LookAsync(page, "around-import-look"));
        Assert.Empty(faults);
    }

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string picture) =>
        (await Foreign.WordsAsync(page, "main")).Select(words => $"{page.Url}: {words}").Concat(await page.FaultsAsync(picture));

    /// <summary>Figures and the page that moves cases have something to show.</summary>
    private static async Task StartAsync(IPage page)
    {
        await page.GotoAsync("/cases/new");
        await page.Locator("select[name=subject]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("select[name=procedure]").SelectOptionAsync("plan-creation");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.ArriveAsync("**/cases/*-*");
    }

    /// <summary>Comparison and impact have something to say.</summary>
    private static async Task ChangeAsync(Sketch sketch)
    {
        await sketch.OpenAsync();
        await sketch.ClickOnCanvasAsync("consent-reminder");
        await sketch.Page.Locator("#set-timer-days").FillAsync("5");
        await sketch.Page.Locator("#panel-title").ClickAsync();
        await sketch.SavedAsync();
    }

    private static async Task LookIntoPackageAsync(IPage page)
    {
        var package = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), $"/procedures/{Key}/versions/1/package").ToString());
        await page.GotoAsync("/procedures/import");
        await page.Locator("[name=file]").SetInputFilesAsync(new FilePayload { Name = "consent.zip", MimeType = "application/zip", Buffer = await package.BodyAsync() });
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("まだ何も保存していません");
    }
}
