using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;
using OfficeWorkflow.Browser.Tests.Walks;

namespace OfficeWorkflow.Browser.Tests.Designing;

/// <summary>From the drawing to the inbox.</summary>
public sealed class DrawnTaskTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    private const string Key = "plan-creation";
    private const string Task = "窓口で話を聞く";

    [Fact]
    public async Task A1_A_task_that_is_drawn_is_reached_by_the_next_new_case()
    {
        var page = await office.Cast.StaffAsync("事務管理者J");
        await StartAsync(page, "利用者A");
        var sketch = new Sketch(page, Key);
        await sketch.OpenAsync();
        await page.Locator("#view-outline").ClickAsync();
        await page.Locator("[id='line-contracted--contract']").ClickAsync();
        await page.Locator("#way-to").SelectOptionAsync("work");
        await page.Locator("#way-do").ClickAsync();
        await page.Locator("#set-name").FillAsync(Task);
        await page.Locator("#set-form").SelectOptionAsync("note");
        await sketch.SavedAsync();
        Assert.Empty(await sketch.FindingsAsync());
        await StartAsync(page, "利用者B");

        await page.GotoAsync($"/procedures/{Key}/publish");
        await page.Locator("[name=Note]").FillAsync("窓口の作業を足す");
        await SendAsync(page);
        await StartAsync(page, "利用者A");

        var specialist = await office.Cast.StaffAsync("専門員X");
        await specialist.GotoAsync("/work?scope=roles");
        var drawn = specialist.Locator("main tr").Filter(new LocatorFilterOptions { HasText = Task });
        await Assertions.Expect(drawn).ToHaveCountAsync(1);
        await Assertions.Expect(drawn).ToContainTextAsync("利用者A");
        await Assertions.Expect(specialist.Locator("main tr").Filter(new LocatorFilterOptions { HasText = "契約" })).ToHaveCountAsync(2);
    }

    private static async Task StartAsync(IPage page, string client)
    {
        await page.GotoAsync("/cases/new");
        await page.Locator("#subject").SelectOptionAsync(new SelectOptionValue { Label = client });
        await page.Locator("#procedure").SelectOptionAsync(Key);
        await SendAsync(page);
    }

    private static Task SendAsync(IPage page) => page.LeaveAsync(() => page.Locator("main form[method=post] button[type=submit]").First.ClickAsync());
}
