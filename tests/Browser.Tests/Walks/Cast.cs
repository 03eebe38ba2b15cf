using System.Globalization;
using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>Everybody of the demo office at a browser of their own.</summary>
internal sealed class Cast(Chromium chromium, RunningOffice office, Survey survey)
{
    private const string DemoPassword = "demo-office-S";

    private static readonly Dictionary<string, string> Addresses = new(StringComparer.Ordinal)
    {
        ["専門員X"] = "x@office-s.example.jp",
        ["事務員V"] = "v@office-s.example.jp",
        ["管理者K"] = "k@office-s.example.jp",
        ["事務管理者J"] = "j@office-s.example.jp",
        ["監査人L"] = "l@office-s.example.jp",
    };

    private readonly Dictionary<string, IPage> pages = new(StringComparer.Ordinal);
    private DateTime? now;

    /// <summary>Whoever looks at the pages on the way.</summary>
    public Survey Survey => survey;

    /// <summary>A member of staff, signed in; once more where the moved clock has ended the session.</summary>
    public async Task<IPage> StaffAsync(string name)
    {
        if (!pages.TryGetValue(name, out var page))
        {
            page = pages[name] = await chromium.OpenAsync(office.Address);
        }

        await page.GotoAsync("/work");
        if (page.Url.Contains("/sign-in", StringComparison.Ordinal))
        {
            await survey.LookAsync(page);
            await page.Locator("[name=mail]").FillAsync(Addresses[name]);
            await page.Locator("[name=password]").FillAsync(DemoPassword);
            await page.Locator("main button[type=submit]").ClickAsync();
            await page.ArriveAsync("**/work**");
        }

        return page;
    }

    /// <summary>Moves the rehearsal's clock forward to a moment in Tokyo, such as <c>2026-02-12T14:00</c>, as its bar does.</summary>
    public async Task MoveToAsync(string moment)
    {
        now ??= Read(office.At);
        var minutes = (int)(Read(moment) - now.Value).TotalMinutes;
        if (minutes <= 0)
        {
            return;
        }

        var page = await StaffAsync("専門員X");
        var button = page.Locator(".rehearsal button").First;
        await button.EvaluateAsync("(e, advance) => { e.value = advance; }", string.Create(CultureInfo.InvariantCulture, $"PT{minutes}M"));
        await page.LeaveAsync(() => button.ClickAsync());
        now = Read(moment);
    }

    /// <summary>Somebody outside, with a phone and a link.</summary>
    public Task<IPage> GuestAsync() => chromium.OpenAsync(office.Address, width: 390);

    /// <summary>The link in the newest mail to somebody, read where the demo's mail ends: on the mail page.</summary>
    public async Task<string> LinkAsync(string recipient, string subject)
    {
        var page = await StaffAsync("専門員X");
        var mail = page.Locator("main table a").Filter(new LocatorFilterOptions { HasText = subject }).First;
        await page.UntilAsync("/mail?q=" + Uri.EscapeDataString(recipient), mail);
        await mail.ClickAsync();

        return await page.Locator(".mail-text a[href*='/g/']").First.GetAttributeAsync("href")
            ?? throw new InvalidOperationException($"The mail to {recipient} holds no link.");
    }

    private static DateTime Read(string moment) => DateTime.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.None);
}
