using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>One office, one Chromium and the story of 利用者A in it, played once for all tests that look at it or go on from it.</summary>
public sealed class CaseAStory : IAsyncLifetime
{
    /// <summary>Name of the tests' collection.</summary>
    public const string Name = "case A";

    private readonly Chromium chromium = new();
    private RunningOffice? office;
    private Task<Delivered>? delivered;

    internal Survey Survey { get; } = new();

    internal Cast Cast { get; private set; } = null!;

    internal CaseAWalk Walk { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await chromium.InitializeAsync();
        office = await RunningOffice.StartAsync("2026-01-19T09:00");
        Cast = new Cast(chromium, office, Survey);
        Walk = new CaseAWalk(Cast);
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await office!.DisposeAsync();
    }

    /// <summary>From starting the procedure to the delivered plan, with everybody played.</summary>
    internal Task<Delivered> DeliveredAsync() => delivered ??= PlayAsync();

    private async Task<Delivered> PlayAsync()
    {
        await Walk.StartAsync();
        await DoAsync("contract", "contract-report", "info-provision", "plan-request", "assessment", "plan-draft");
        await Walk.DoAsync(CaseA.Step("consent-explain", "draft"));
        await Walk.DoAsync(CaseA.Step("consent-paper", "draft"));
        await DoAsync("draft-delivery", "submit-to-city", "decision", "plan-final", "meeting-plan");
        await Guests.AnswerPollAsync(Cast, "サビ管P");
        await Guests.AnswerPollByOneTapAsync(Cast, "市職員M");
        await Guests.AnswerPollAsync(Cast, "民生委員N", "行けません");
        await ChooseAsync();
        await DoAsync("opinion", "minutes");
        await Walk.DoAsync(CaseA.Step("consent-explain", "plan"));
        await Guests.AgreeAsync(Cast, Walk.Case);
        foreach (var step in CaseA.Steps.Where(static step => step.Form is "plan-delivery"))
        {
            await Walk.DoAsync(step);
        }

        return await ReadAsync();
    }

    /// <summary>民生委員N has answered with a phone of their own: nobody needs to do it for them.</summary>
    private async Task ChooseAsync()
    {
        var step = CaseA.Step("meeting-choose");
        var values = step.Values.DeepClone().AsObject();
        var proxies = values["proxies"]!.AsArray();
        proxies.Remove(proxies.Single(static row => row!["participant"]!.GetValue<string>() is "part:民生委員N"));
        await Walk.DoAsync(step with { Values = values });
    }

    private async Task DoAsync(params string[] forms)
    {
        foreach (var form in forms)
        {
            await Walk.DoAsync(CaseA.Step(form));
        }
    }

    private async Task<Delivered> ReadAsync()
    {
        var page = await Cast.StaffAsync("管理者K");
        await page.UntilAsync(Walk.Case, page.Locator("main .badge-done").Filter(new LocatorFilterOptions { HasText = "完了" }));
        await Survey.LookAsync(page, "done");
        var story = await page.Locator(".timeline > li > .story-line").EvaluateAllAsync<string[]>(
            """
            lines => lines.map(line => {
              const day = new Date(line.querySelector('time').dateTime).toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' }).slice(5);
              return [day, ...[...line.querySelectorAll('.kind, .told')].map(part => part.textContent.trim().replace(/\s+/g, ' '))].join(' ');
            })
            """);
        var moments = await page.Locator(".timeline time").EvaluateAllAsync<string[]>("times => times.map(time => time.dateTime)");
        var client = await page.Locator("main a[href^='/clients/']").First.GetAttributeAsync("href");
        await page.GotoAsync(client + "/duties");
        var duties = await page.Locator("main tbody tr").EvaluateAllAsync<string[]>(
            "rows => rows.map(row => row.id + ' ' + [...row.querySelector('.badge').childNodes].filter(part => part.nodeType === Node.TEXT_NODE).map(part => part.data).join('').trim())");
        await page.GotoAsync(client!);
        await page.Locator("main a[href^='/plans/']").First.ClickAsync();
        await page.ArriveAsync("**/plans/*");

        return new Delivered(client!, Walk.Case, duties, story, moments, await PlanPaper.LettersAsync(page, await CopyAsync(page)));
    }

    /// <summary>The copy that is handed out, made from the plan's page.</summary>
    private static async Task<string> CopyAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "交付用の写し（PDF）を開く" }).ClickAsync();
        await page.ArriveAsync("**/sheets/agreed-plan/*");
        var sheet = new Uri(page.Url).AbsolutePath;
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "PDFを作って保管する" }).ClickAsync(),
            answer => answer.Url.EndsWith(sheet, StringComparison.Ordinal));

        return sheet;
    }
}
