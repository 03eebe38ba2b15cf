using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Walks;

public sealed class PlanCreationTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Client_A_goes_from_the_first_visit_to_the_delivered_plan_with_everybody_played()
    {
        await using var office = await RunningOffice.StartAsync("2026-01-19T09:00");
        var cast = new Cast(chromium, office);
        var walk = new CaseAWalk(cast);

        await walk.StartAsync();
        await ToTheDraftAsync(walk);
        await ToTheDecisionAsync(walk);
        await MeetAsync(walk, cast);
        await AgreeByLinkAsync(walk, cast);
        await DeliverAsync(walk);

        var page = await cast.StaffAsync("管理者K");
        var ended = page.Locator("main .badge-done").Filter(new LocatorFilterOptions { HasText = "完了" });
        await page.UntilAsync(walk.Case, ended);
        await page.PictureAsync("case-done");
    }

    private static async Task ToTheDraftAsync(CaseAWalk walk)
    {
        foreach (var form in new[] { "contract", "contract-report", "info-provision", "plan-request", "assessment", "plan-draft" })
        {
            var page = await walk.DoAsync(CaseA.Step(form));
            await page.PictureAsync(form);
        }
    }

    private static async Task ToTheDecisionAsync(CaseAWalk walk)
    {
        await walk.DoAsync(CaseA.Step("consent-explain", "draft"));
        await walk.DoAsync(CaseA.Step("consent-paper", "draft"));
        foreach (var form in new[] { "draft-delivery", "submit-to-city", "decision", "plan-final" })
        {
            await walk.DoAsync(CaseA.Step(form));
        }
    }

    private static async Task MeetAsync(CaseAWalk walk, Cast cast)
    {
        await walk.DoAsync(CaseA.Step("meeting-plan"));
        foreach (var name in new[] { "サビ管P", "市職員M" })
        {
            await AnswerPollAsync(cast, name);
        }

        await walk.DoAsync(CaseA.Step("meeting-choose"));
        await walk.DoAsync(CaseA.Step("opinion"));
        await walk.DoAsync(CaseA.Step("minutes"));
    }

    /// <summary>Two taps a date and one to send: nothing is typed.</summary>
    private static async Task AnswerPollAsync(Cast cast, string name)
    {
        var guest = await cast.GuestAsync();
        await guest.GotoAsync(await cast.LinkAsync(name, "会議"));
        await guest.IsAccessibleOnDeskAndPhoneAsync();
        await guest.PictureAsync("poll-phone");
        foreach (var choices in await guest.Locator("fieldset.poll").AllAsync())
        {
            await choices.Locator("label").First.ClickAsync();
        }

        await guest.Locator("main button[type=submit]").ClickAsync();
        await Assertions.Expect(guest.Locator("main")).ToContainTextAsync("お返事を受け取りました");
        await guest.Context.CloseAsync();
    }

    private static async Task AgreeByLinkAsync(CaseAWalk walk, Cast cast)
    {
        await walk.DoAsync(CaseA.Step("consent-explain", "plan"));
        var link = await cast.LinkAsync("riyousha-a", "ご確認とお返事");
        var code = await CodeAsync(cast, walk);
        var guest = await cast.GuestAsync();
        await guest.GotoAsync(link);
        await guest.Locator("[name=code]").FillAsync(code);
        await guest.Locator("main button[type=submit]").ClickAsync();
        await guest.PictureAsync("consent-phone");
        await guest.IsAccessibleOnDeskAndPhoneAsync();
        await guest.GetByText("同意する", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await guest.Locator("[name=name]").FillAsync("利用者A");
        await guest.Locator("main button[type=submit]").First.ClickAsync();
        await guest.Locator("[name=confirmed]").ClickAsync();
        await Assertions.Expect(guest.Locator("main")).ToContainTextAsync("お返事を受け取りました");
        await guest.Context.CloseAsync();
    }

    /// <summary>The code is read aloud to the client from the staff's page, never mailed.</summary>
    private static async Task<string> CodeAsync(Cast cast, CaseAWalk walk)
    {
        var page = await cast.StaffAsync("専門員X");
        await page.GotoAsync(walk.Case);
        await page.Locator("main a[href^='/clients/']").First.ClickAsync();
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/consents");
        await page.Locator("main a[href^='/consents/']").First.ClickAsync();
        await page.Locator("main a[href^='/links/']").First.ClickAsync();

        return (await page.Locator(".read-code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
    }

    private static async Task DeliverAsync(CaseAWalk walk)
    {
        foreach (var step in CaseA.Steps.Where(static step => step.Form is "plan-delivery"))
        {
            await walk.DoAsync(step);
        }
    }
}
