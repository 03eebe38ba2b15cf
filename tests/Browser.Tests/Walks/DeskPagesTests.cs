using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>The pages around the inbox at 1280 and 390 pixels: nothing for axe, nothing wider than the screen, nothing too small for a finger.</summary>
public sealed class DeskPagesTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    [Fact]
    public async Task Lists_bulk_handover_leave_moments_imports_memos_and_settings_are_right_at_a_desk_and_on_a_phone()
    {
        var faults = new List<string>();
        var page = await office.Cast.StaffAsync("事務管理者J");
        await StartAsync(page);
        var token = await page.Locator("a[href*='/tokens/']").First.GetAttributeAsync("href");
        await page.GotoAsync(token!);
        var place = await page.Locator("select[name=to] option").Last.GetAttributeAsync("value");
        await page.GotoAsync("/work?scope=all&sort=client&who=none");
        faults.AddRange(await page.FaultsAsync("desk-list"));
        var work = await page.Locator("tr[data-work]").First.GetAttributeAsync("data-work");
        await WriteMemoAsync(page);
        faults.AddRange(await page.FaultsAsync("desk-memo"));
        var memo = new Uri(page.Url).AbsolutePath;
        await AddWebhookAsync(page);
        faults.AddRange(await page.FaultsAsync("desk-webhook-secret"));
        await page.GotoAsync("/work/load");
        var leaving = await page.Locator("main a[href^='/work/load/']").First.GetAttributeAsync("href");
        await page.GotoAsync("/settings/webhooks");
        var webhook = await page.Locator("main th[scope=row] a").First.GetAttributeAsync("href");
        foreach (var (address, picture) in new[]
        {
            ($"/work/bulk?act=due&work={work}", "desk-bulk"), ($"/work/bulk?act=finish&work={work}", "desk-bulk-finish"), ($"/work/{work}/assignee", "desk-assignee"),
            ("/work/load", "desk-load"), (leaving!, "desk-leaving"), ("/incidents", "desk-incidents"), ("/incidents/examination", "desk-examination"), ("/incidents/retries", "desk-retries"), ("/absences", "desk-absences"), ("/arriving", "desk-arriving"), ("/cases/taking-over", "desk-taking-over"), ("/cases", "desk-cases"),
            ("/timers", "desk-timers"), ("/timers?state=past&q=%E3%81%82", "desk-timers-past"), ("/deadlines?within=all", "desk-deadlines"), (token!, "desk-token"), ($"{token}?to={place}", "desk-token-preview"),
            ("/memos", "desk-memos"), ($"{memo}/cases", "desk-memo-case"), ("/memos/new", "desk-memo-new"), (webhook!, "desk-webhook"), ("/settings", "desk-settings"), ("/settings/demo", "desk-demo"),
        })
        {
            await page.GotoAsync(address);
            faults.AddRange(await page.FaultsAsync(picture));
        }

        Assert.Empty(faults);
    }

    private static async Task StartAsync(IPage page)
    {
        await page.GotoAsync("/cases/new");
        await page.Locator("select[name=subject]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("select[name=procedure]").SelectOptionAsync("plan-creation");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.ArriveAsync("**/cases/*-*");
    }

    private static async Task WriteMemoAsync(IPage page)
    {
        await page.GotoAsync("/memos/new");
        await page.Locator("[name=heading]").FillAsync("退院の日が決まったとのこと。折り返しが要る。");
        await page.Locator("[name=caller]").FillAsync("M市の病院の相談室、000-000-0000");
        await page.Locator("[name=text]").FillAsync("3月に退院。\n住まいのことで会議をしたい。");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.ArriveAsync("**/memos/*-*");
    }

    private static async Task AddWebhookAsync(IPage page)
    {
        await page.GotoAsync("/settings/webhooks");
        await page.Locator("[name=address]").FillAsync("https://records.example.jp/hooks/office-workflow");
        await page.Locator("main form.card button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("code.copy")).ToContainTextAsync("whsec_");
    }
}
