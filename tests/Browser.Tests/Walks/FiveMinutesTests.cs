using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>The walk of README.ja.md, by what stands there in 「」 and nothing else.</summary>
public sealed class FiveMinutesTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "README.ja.md"));

    [Fact]
    public async Task The_walk_of_the_guide_can_be_followed_to_the_letter()
    {
        await using var office = await RunningOffice.StartAsync(Written("2026-01-19T09:00"));
        var page = await chromium.OpenAsync(office.Address);
        await SignInAsync(page, "x@office-s.example.jp");

        await BeginAsync(page);
        await ContractAsync(page);
        await HandOverAsync(page);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = Quoted("利用者"), Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = Quoted("利用者A"), Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = Quoted("守るべきこと") }).ClickAsync();

        await Assertions.Expect(page.Locator("#C01")).ToContainTextAsync("満たしています");
        await Assertions.Expect(page.Locator("#C18")).ToContainTextAsync("これから");
        await page.PictureAsync("readme/duties", isWhole: false);
    }

    private static async Task BeginAsync(IPage page)
    {
        await MenuAsync(page, "案件");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = Quoted("手続きを始める") }).ClickAsync();
        await page.GetByLabel("利用者").SelectOptionAsync(new SelectOptionValue { Label = Quoted("利用者A") });
        await page.GetByLabel("手続き").SelectOptionAsync(new SelectOptionValue { Label = Quoted("計画の作成") });
        await PressAsync(page, "始める");
        await page.ArriveAsync("**/cases/*-*");
        await page.Locator("[data-bpmn-viewer] svg").First.WaitForAsync();
        await page.PictureAsync("readme/case", isWhole: false);
    }

    private static async Task ContractAsync(IPage page)
    {
        await MenuAsync(page, "受信箱");
        await TabAsync(page, "役割の作業");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = Quoted("重要事項説明と契約をする") }).ClickAsync();
        await PressAsync(page, "引き受けて開く");
        await page.Locator("#work-form").WaitForAsync();
        await page.PictureAsync("readme/form", isWhole: false);
        var ticks = page.GetByLabel(Quoted("福祉サービス等の事業所"));
        await Assertions.Expect(ticks).ToHaveCountAsync(3);
        foreach (var tick in await ticks.AllAsync())
        {
            await tick.CheckAsync();
        }

        await PressAsync(page, "契約を記録する");
        await page.ArriveAsync("**/work?finished=*");
        await page.PictureAsync("readme/inbox", isWhole: false);
    }

    private static async Task HandOverAsync(IPage page)
    {
        await PressAsync(page, "サインアウト");
        await SignInAsync(page, "v@office-s.example.jp");
        var report = page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = Quoted("契約内容を市に報告する") });
        await TabAsync(page, "役割の作業");
        await Assertions.Expect(report).ToBeVisibleAsync();

        await PressAsync(page, "1週間進める");
        await Assertions.Expect(page.Locator(".rehearsal")).ToContainTextAsync("1月26日");
        await PressAsync(page, "1日進める");
        await Assertions.Expect(page.Locator(".rehearsal")).ToContainTextAsync("1月27日");
        await TabAsync(page, "期限超過");
        await Assertions.Expect(report).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(IPage page, string mail)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("メールアドレス").FillAsync(Written(mail));
        await page.GetByLabel("パスワード").FillAsync(Written("demo-office-S"));
        await PressAsync(page, "サインイン");
        await page.ArriveAsync("**/work**");
    }

    private static Task MenuAsync(IPage page, string label) =>
        page.Locator(".menu").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = Quoted(label), Exact = true }).ClickAsync();

    private static async Task TabAsync(IPage page, string label)
    {
        await page.Locator(".tabs").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = Quoted(label) }).ClickAsync();
        await Assertions.Expect(page.Locator(".tabs a[aria-current]")).ToContainTextAsync(label);
    }

    private static Task PressAsync(IPage page, string label) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = Quoted(label), Exact = true }).ClickAsync();

    private static string Quoted(string label)
    {
        Written($"「{label}」");

        return label;
    }

    private static string Written(string text)
    {
        Assert.Contains(text, Guide, StringComparison.Ordinal);

        return text;
    }
}
