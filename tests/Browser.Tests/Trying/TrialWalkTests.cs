using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Trying;

public sealed class TrialWalkTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    [Fact]
    public async Task A_draft_is_tried_out_and_kept_as_a_test_with_the_keyboard_alone()
    {
        var page = await office.Cast.StaffAsync("事務管理者J");
        await page.GotoAsync("/procedures/consent/design");
        await page.Locator("[data-designer-shown]").WaitForAsync();

        await PressAsync(page.Locator("[data-tool=trial]"));
        await page.Locator("#trial-day-of").EvaluateAsync("e => { e.value = '2026-03-26'; }");
        await PressAsync(page.Locator(".designer-trial summary"));
        await PressAsync(page.Locator("#trial-begin"));
        await Assertions.Expect(page.Locator(".trial-now")).ToContainTextAsync("令和8年3月26日(木) 09:00");
        await Assertions.Expect(page.Locator("[data-element-id='consent-explain'].trial-here")).ToHaveCountAsync(1);

        await PressAsync(page.Locator("#trial-do-consent-consent-explain-0"));
        await page.Locator("[name=method][value=link]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator("[name=electronicMeans]").WaitForAsync();
        await PressAsync(page.Locator("#trial-finish"));
        await Assertions.Expect(page.Locator(".trial-transcript")).ToContainTextAsync("ご確認とお返事のお願い");

        await PressAsync(page.Locator("#trial-next"));
        await Assertions.Expect(page.Locator(".trial-now")).ToContainTextAsync("令和8年3月31日(火) 09:00");
        await PressAsync(page.Locator("#trial-back"));
        await Assertions.Expect(page.Locator(".trial-now")).ToContainTextAsync("令和8年3月26日(木) 09:00");
        await PressAsync(page.Locator("#trial-next"));
        await Assertions.Expect(page.Locator(".trial-transcript")).ToContainTextAsync("【再度のお願い】");
        await page.IsAccessibleOnDeskAndPhoneAsync();

        await page.Locator("#trial-name").FillAsync("返事がないとき");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".trial-keeping [role=status]")).ToContainTextAsync("「返事がないとき」を残しました");
        await page.GotoAsync("/procedures/consent/trials");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("記録と同じ");
        await page.IsAccessibleOnDeskAndPhoneAsync();
        await page.GotoAsync("/procedures/consent/backtest");
        await page.IsAccessibleOnDeskAndPhoneAsync();
        await page.GotoAsync("/forecast");
        await page.IsAccessibleOnDeskAndPhoneAsync();
    }

    private static async Task PressAsync(ILocator button)
    {
        await button.FocusAsync();
        await button.PressAsync("Enter");
    }
}
