using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Walks;

namespace OfficeWorkflow.Browser.Tests.Support;

/// <summary>An office whose mail leaves by a mail server: a poll was sent to five people, and the mail server did to each what mail servers do.</summary>
public sealed partial class LiveOffice : IAsyncLifetime
{
    /// <summary>Takes the mail.</summary>
    public const string Commissioner = "minsei-n@example.jp";

    /// <summary>Takes the mail, and reports later that it could not be delivered.</summary>
    public const string Lead = "tantou@q.example.jp";

    /// <summary>Refused for ever.</summary>
    public const string Officer = "officer-m@m-city.example.jp";

    /// <summary>Broken off without an answer.</summary>
    public const string Clinic = "soudan-h@example.jp";

    /// <summary>Put off.</summary>
    public const string Manager = "tantou@p.example.jp";

    private readonly Chromium chromium = new();
    private RunningOffice? office;

    internal Cast Cast { get; private set; } = null!;

    internal MailReceiver Receiver { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await chromium.InitializeAsync();
        office = await RunningOffice.StartLiveAsync();
        Cast = new Cast(chromium, office, new Survey());
        Receiver = await MailReceiver.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Officer] = "550 5.1.1 no such mailbox",
            [Clinic] = MailReceiver.BreaksOff,
            [Manager] = "450 4.2.0 greylisted",
        });
        await EnterServerAsync();
        await EnterPrivacyAsync();
        await AskAsync();
        foreach (var address in new[] { Commissioner, Lead, Officer, Clinic, Manager })
        {
            await LeaveAsync(address);
        }
    }

    public async Task DisposeAsync()
    {
        Receiver.Dispose();
        await chromium.DisposeAsync();
        await office!.DisposeAsync();
    }

    /// <summary>Opens the newest mail to an address.</summary>
    internal static async Task OpenMailAsync(IPage page, string address)
    {
        var mail = page.Locator("main table th[scope=row] a").First;
        await page.UntilAsync("/mail?q=" + Uri.EscapeDataString(address), mail);
        await page.LeaveAsync(() => mail.ClickAsync());
    }

    private async Task EnterServerAsync()
    {
        var page = await Cast.StaffAsync("事務管理者J");
        await page.GotoAsync("/settings/mail");
        await page.Locator("[name=host]").FillAsync("127.0.0.1");
        await page.Locator("[name=security]").SelectOptionAsync("None");
        await page.Locator("[name=port]").FillAsync(Receiver.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "保存する" }).ClickAsync());
    }

    /// <summary>利用者A agrees that everybody who is asked may know.</summary>
    private async Task EnterPrivacyAsync()
    {
        var page = await Cast.StaffAsync("専門員X");
        await page.GotoAsync("/clients");
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "利用者A" }).First.ClickAsync());
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/privacy");
        await page.Locator("[name=Person]").First.CheckAsync();
        await page.Locator("[name=GivenOn]").FillAsync("令和8年1月19日");
        foreach (var category in await page.Locator("[name=Categories]").AllAsync())
        {
            await category.CheckAsync();
        }

        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "同意を記録する" }).ClickAsync());
    }

    /// <summary>A meeting is planned, and five people are asked for dates.</summary>
    private async Task AskAsync()
    {
        var page = await Cast.StaffAsync("専門員X");
        await page.GotoAsync("/cases/new");
        await page.Locator("[name=subject]").SelectOptionAsync(new SelectOptionValue { Label = "利用者A" });
        // A meeting is a part of the plan's making and is not offered by itself; programs begin one so.
        await page.Locator("[name=procedure]").EvaluateAsync("e => e.add(new Option('meeting', 'meeting', true, true))");
        await page.LeaveAsync(() => page.Locator("main form button[type=submit]").ClickAsync());
        var work = page.Locator("main tbody a[href^='/work/']").First;
        await page.UntilAsync("/work?scope=roles", work);
        await page.LeaveAsync(() => work.ClickAsync());
        await page.LeaveAsync(() => page.Locator("form[action$='/claim'] button").ClickAsync());
        await page.Locator("#work-form").WaitForAsync();
        await page.FillAsync(new JsonObject { ["members"] = new JsonArray([.. new[] { "民生委員N", "市職員M", "医療相談員H", "サビ管P", "サ責Q" }.Select(static name => new JsonObject { ["contact"] = "part:" + name })]) });
        await CaseAWalk.FinishAsync(page, "meeting-plan");
    }

    [GeneratedRegex("送信済み|送れませんでした|まだ送れていません", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tried();

    /// <summary>The mail has left, or was tried: at once, though the office may be closed.</summary>
    private async Task LeaveAsync(string address)
    {
        var page = await Cast.StaffAsync("専門員X");
        await OpenMailAsync(page, address);
        var mail = new Uri(page.Url).AbsolutePath;
        var now = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "いますぐ送る" });
        if (await now.CountAsync() > 0)
        {
            await page.LeaveAsync(() => now.ClickAsync());
        }

        await page.UntilAsync(mail, page.Locator("main").Filter(new LocatorFilterOptions { HasTextRegex = Tried() }));
    }
}
