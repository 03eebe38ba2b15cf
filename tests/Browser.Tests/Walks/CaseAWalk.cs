using Microsoft.Playwright;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>Plays the people of case A at their browsers.</summary>
/// <param name="client">Whose case it is: 利用者A, unless the story is not about the whole plan.</param>
internal sealed class CaseAWalk(Cast cast, string client = "利用者A")
{
    /// <summary>Address of the case's page, once it was started.</summary>
    public string Case { get; private set; } = "";

    public async Task StartAsync()
    {
        var page = await cast.StaffAsync("専門員X");
        await page.GotoAsync("/cases/new");
        await cast.Survey.LookAsync(page);
        await page.Locator("[name=subject]").SelectOptionAsync(new SelectOptionValue { Label = client });
        await page.Locator("[name=procedure]").SelectOptionAsync("plan-creation");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.ArriveAsync("**/cases/*-*");
        Case = new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Whoever must, does the work of a form at its time, from the inbox.</summary>
    public async Task<IPage> DoAsync(CaseStep step)
    {
        await cast.MoveToAsync(step.At);
        var page = await OpenAsync(step);
        await page.FillAsync(step.Values);
        await cast.Survey.LookAsync(page, step.Form);
        await FinishAsync(page, step.Form);

        return page;
    }

    /// <summary>Presses the button that finishes the form shown.</summary>
    public static async Task FinishAsync(IPage page, string form)
    {
        await page.Locator("#work-form .actions button[type=submit]").First.ClickAsync();
        try
        {
            await page.ArriveAsync("**/work?finished=*");
        }
        catch (TimeoutException late)
        {
            Assert.Fail($"「{form}」 was not taken in time ({page.Url}): {late.Message}\n{await page.Locator("main").InnerTextAsync()}");
        }
    }

    /// <summary>Opens the work and takes it on.</summary>
    public async Task<IPage> OpenAsync(CaseStep step)
    {
        var page = await cast.StaffAsync(step.By);
        var title = FormTitles.Of(step.Form);
        var row = page.Locator("main tbody tr").Filter(new LocatorFilterOptions { HasText = title }).Filter(new LocatorFilterOptions { HasText = client });
        var line = (step.Addressee is { } addressee ? row.Filter(new LocatorFilterOptions { HasText = "/ " + addressee }) : row).Locator("a[href^='/work/']").First;
        await page.UntilAsync("/work?scope=roles", line);
        await cast.Survey.LookAsync(page, "full");
        await line.ClickAsync();
        var claim = page.Locator("form[action$='/claim'] button");
        if (await claim.CountAsync() > 0)
        {
            await claim.ClickAsync();
        }

        await page.Locator("#work-form").WaitForAsync();

        return page;
    }
}
