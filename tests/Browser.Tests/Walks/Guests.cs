using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>People outside of the office, each with a phone and the link of a mail.</summary>
internal static class Guests
{
    /// <summary>A tap for each date and one to send: nothing is typed.</summary>
    public static async Task AnswerPollAsync(Cast cast, string name, string answer = "行けます")
    {
        var guest = await cast.GuestAsync();
        await guest.GotoAsync(await cast.LinkAsync(name, "会議"));
        await cast.Survey.LookAsync(guest, "poll");
        foreach (var choices in await guest.Locator("fieldset.poll").AllAsync())
        {
            await choices.Locator("label").Filter(new LocatorFilterOptions { HasText = answer }).First.ClickAsync();
        }

        await guest.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "この内容で返事をする" }).ClickAsync();
        await Assertions.Expect(guest.Locator("main")).ToContainTextAsync("お返事を受け取りました");
        await cast.Survey.LookAsync(guest, "poll-answered");
        await guest.Context.CloseAsync();
    }

    /// <summary>A person of 75 with a phone: from the mail's link one tap, and done. Found by what a screen reader says, whole at 200 %.</summary>
    public static async Task AnswerPollByOneTapAsync(Cast cast, string name)
    {
        var guest = await cast.GuestAsync();
        await guest.GotoAsync(await cast.LinkAsync(name, "会議"));
        await Assertions.Expect(guest.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "会議の日程のお返事", Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(guest.GetByRole(AriaRole.Group)).ToHaveCountAsync(3);
        await Assertions.Expect(guest.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = "○ 行けます" })).ToHaveCountAsync(3);
        await guest.SetViewportSizeAsync(195, 422);
        Assert.True(
            await guest.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "At 200 % the page is wider than the phone.");
        await guest.SetViewportSizeAsync(390, 844);
        var tap = guest.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "どの日でも行けます" });
        var box = await tap.BoundingBoxAsync();
        Assert.True(box is { Height: >= 44, Y: < 844 }, "The button is too small, or not on the first screen.");

        await tap.ClickAsync();

        await Assertions.Expect(guest.GetByRole(AriaRole.Status)).ToContainTextAsync("お返事を受け取りました");
        await guest.Context.CloseAsync();
    }

    /// <summary>The client reads the plan with a code told by voice, and agrees.</summary>
    public static async Task AgreeAsync(Cast cast, string caseAddress)
    {
        var link = await cast.LinkAsync("riyousha-a", "ご確認とお返事");
        var code = await CodeAsync(cast, caseAddress);
        var guest = await cast.GuestAsync();
        await guest.GotoAsync(link);
        await cast.Survey.LookAsync(guest, "code");
        await guest.Locator("[name=code]").FillAsync(code);
        await guest.Locator("main button[type=submit]").ClickAsync();
        await guest.GetByText("同意する", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await cast.Survey.LookAsync(guest, "consent");
        await guest.IsWholeAtTwiceTheSizeAsync();
        await guest.Locator("[name=name]").FillAsync("利用者A");
        await guest.Locator("main button[type=submit]").First.ClickAsync();
        await guest.Locator("[name=confirmed]").WaitForAsync();
        await cast.Survey.LookAsync(guest, "consent-confirm");
        await guest.Locator("[name=confirmed]").ClickAsync();
        await Assertions.Expect(guest.Locator("main")).ToContainTextAsync("お返事を受け取りました");
        await cast.Survey.LookAsync(guest, "consent-answered");
        await guest.Context.CloseAsync();
    }

    /// <summary>The code is read aloud to the client from the staff's page, never mailed.</summary>
    private static async Task<string> CodeAsync(Cast cast, string caseAddress)
    {
        var page = await cast.StaffAsync("専門員X");
        await page.GotoAsync(caseAddress);
        await page.Locator("main a[href^='/clients/']").First.ClickAsync();
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/consents");
        await page.Locator("main a[href^='/consents/']").First.ClickAsync();
        await page.Locator("main a[href^='/links/']").First.ClickAsync();
        var code = page.Locator(".read-code");
        await code.WaitForAsync();
        await cast.Survey.LookAsync(page);

        return (await code.InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
    }
}
