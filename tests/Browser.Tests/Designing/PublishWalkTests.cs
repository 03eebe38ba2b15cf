using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;
using OfficeWorkflow.Browser.Tests.Walks;

namespace OfficeWorkflow.Browser.Tests.Designing;

/// <summary>A change goes out on a day that was chosen: cases that run show what was predicted, and go back.</summary>
public sealed class PublishWalkTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    private const string Key = "plan-creation";
    private const string Reminder = "boundary-event-1";

    [Fact]
    public async Task Running_cases_take_up_what_was_published_for_a_day_as_predicted_and_go_back_again()
    {
        var page = await office.Cast.StaffAsync("事務管理者J");
        var sketch = new Sketch(page, Key);
        await DrawAsync(sketch, async () =>
        {
            await sketch.ClickOnCanvasAsync("contract");
            await page.Locator("#piece-reminder").ClickAsync();
        });
        await PublishAsync(page, "催促を足す");
        await StartAsync(page, "利用者A");
        await StartAsync(page, "利用者B");
        await ReminderComesAsync(page, "令和8年1月22日(木)", not: "令和8年1月28日(水)");

        await DrawAsync(sketch, async () =>
        {
            await sketch.ClickOnCanvasAsync(Reminder);
            await page.Locator("#set-timer-days").FillAsync("5");
            await page.Locator("#panel-title").ClickAsync();
        });
        await page.GotoAsync($"/procedures/{Key}/publish");
        await SaysAsync(page, "3営業日ごとに3回まで → 5営業日ごとに3回まで");
        await page.IsAccessibleOnDeskAndPhoneAsync();
        await PublishAsync(page, "催促を遅らせる", "R8.1.21");
        await MoveAsync(page, "1月22日(木) 09:00 → 1月28日(水)");
        await SaysAsync(page, "これから：2 件");
        await page.IsAccessibleOnDeskAndPhoneAsync();
        await ReminderComesAsync(page, "令和8年1月22日(木)", not: "令和8年1月28日(水)");

        await office.Cast.MoveToAsync("2026-01-21T09:00");
        page = await office.Cast.StaffAsync("事務管理者J");
        await ReminderComesAsync(page, "令和8年1月28日(水)", not: "令和8年1月22日(木)");

        await GoBackAsync(page);
        await ReminderComesAsync(page, "令和8年1月26日(月)", not: "令和8年1月28日(水)");
    }

    private static async Task GoBackAsync(IPage page)
    {
        await page.GotoAsync($"/procedures/{Key}/restoring?to=2");
        await SaysAsync(page, "5営業日ごとに3回まで → 3営業日ごとに3回まで");
        await page.IsAccessibleOnDeskAndPhoneAsync();
        await SendAsync(page);
        await MoveAsync(page, "→ 1月26日(月)");
        await page.UntilAsync(page.Url, page.GetByText("移しました：2 件"));
    }

    private static async Task DrawAsync(Sketch sketch, Func<Task> draw)
    {
        await sketch.OpenAsync();
        await draw();
        await sketch.SavedAsync();
        Assert.Empty(await sketch.FindingsAsync());
    }

    private static async Task PublishAsync(IPage page, string note, string? startsOn = null)
    {
        await page.GotoAsync($"/procedures/{Key}/design");
        await page.GetByRole(AriaRole.Link, new() { Name = "公開へ進む" }).ClickAsync();
        await page.Locator("[name=Note]").FillAsync(note);
        await page.Locator("[name=StartsOn]").FillAsync(startsOn ?? "");
        await SendAsync(page);
        await SaysAsync(page, "を公開しました");
    }

    private static async Task StartAsync(IPage page, string client)
    {
        await page.GotoAsync("/cases/new");
        await page.Locator("#subject").SelectOptionAsync(new SelectOptionValue { Label = client });
        await page.Locator("#procedure").SelectOptionAsync(Key);
        await SendAsync(page);
    }

    /// <summary>Chooses on the page that moves cases that the reminder counts anew, reads what would become of them, and moves all.</summary>
    private static async Task MoveAsync(IPage page, string predicted)
    {
        await page.Locator($"[name='timer:{Reminder}'][value=again]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この選び方で見直す" }).ClickAsync();
        await SaysAsync(page, predicted);
        await page.IsAccessibleOnDeskAndPhoneAsync();
        await page.Locator("[name=which][value=all]").CheckAsync();
        await SendAsync(page);
    }

    private static Task SendAsync(IPage page) => page.LeaveAsync(() => page.Locator("main form[method=post] button[type=submit]").First.ClickAsync());

    private static Task SaysAsync(IPage page, string words) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);

    /// <summary>The day on which the next reminder of both cases comes, as the office reads it.</summary>
    private static async Task ReminderComesAsync(IPage page, string day, string not)
    {
        await page.GotoAsync("/forecast");
        await SaysAsync(page, day);
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(not);
    }
}
