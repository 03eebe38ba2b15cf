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
        await Guests.AnswerPollAsync(Cast, "市職員M");
        await DoAsync("meeting-choose", "opinion", "minutes");
        await Walk.DoAsync(CaseA.Step("consent-explain", "plan"));
        await Guests.AgreeAsync(Cast, Walk.Case);
        foreach (var step in CaseA.Steps.Where(static step => step.Form is "plan-delivery"))
        {
            await Walk.DoAsync(step);
        }

        return await ReadAsync();
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
              const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', month: '2-digit', day: '2-digit' }).format(new Date(line.querySelector('time').dateTime));
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
        var paper = await page.Locator("main a[href^='/documents/']").First.GetAttributeAsync("href");

        return new Delivered(client!, Walk.Case, duties, story, moments, await PlanPaper.LettersAsync(page, paper!));
    }
}
