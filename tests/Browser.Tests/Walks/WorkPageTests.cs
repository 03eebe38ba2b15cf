using System.Globalization;
using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Walks;

public sealed class WorkPageTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    private const string Signer = "[name=signerName]";
    private const string AddRow = "button[name=row][value='add:privacy']";
    private const string RowCount = "input[name='privacy.rows']";

    [Fact]
    public async Task Nothing_typed_while_the_draft_is_saved_and_the_form_drawn_anew_is_lost()
    {
        var page = await OpenContractAsync("利用者B");
        var rows = int.Parse(await page.Locator(RowCount).InputValueAsync(), CultureInfo.InvariantCulture);
        var saving = await HeldNetwork.NextAsync(page, "POST", "/draft");
        var drawing = await HeldNetwork.NextAsync(page, "GET", new Uri(page.Url).AbsolutePath);
        await page.Locator(Signer).FillAsync("");

        await page.Locator(AddRow).ClickAsync();
        await saving.Arrived;
        await page.Locator(Signer).ClickAsync();
        await page.Keyboard.InsertTextAsync("利用者Bの");
        saving.Open();
        await drawing.Arrived;
        await page.Keyboard.InsertTextAsync("父");
        await page.Keyboard.PressAsync("ArrowLeft");
        drawing.Open();
        await Assertions.Expect(page.Locator(RowCount)).ToHaveValueAsync((rows + 1).ToString(CultureInfo.InvariantCulture));
        await page.Keyboard.InsertTextAsync("母と");

        await Assertions.Expect(page.Locator(Signer)).ToHaveValueAsync("利用者Bの母と父");
        await Assertions.Expect(page.Locator(Signer)).ToBeFocusedAsync();
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "下書きを保存" }).ClickAsync(),
            static answer => string.Equals(answer.Request.Method, "GET", StringComparison.Ordinal) && answer.Request.IsNavigationRequest);
        await page.WaitForLoadStateAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(Signer)).ToHaveValueAsync("利用者Bの母と父");
    }

    [Fact]
    public async Task A_word_that_is_being_converted_to_kanji_is_finished_before_the_form_is_drawn_anew()
    {
        var page = await OpenContractAsync("利用者C");
        var rows = int.Parse(await page.Locator(RowCount).InputValueAsync(), CultureInfo.InvariantCulture);
        var drawing = await HeldNetwork.NextAsync(page, "GET", new Uri(page.Url).AbsolutePath);
        await page.Locator(Signer).FillAsync("");
        await page.Locator(AddRow).ClickAsync();
        await drawing.Arrived;
        await page.Locator(Signer).ClickAsync();
        await page.EvaluateAsync("rows => document.addEventListener('compositionend', () => { window.rowsThen = document.querySelector(rows).value; }, true)", RowCount);
        var keyboard = await page.Context.NewCDPSessionAsync(page);
        await keyboard.SendAsync("Input.imeSetComposition", Composition("りようしゃ"));

        var drawn = page.WaitForResponseAsync(answer => string.Equals(answer.Url, page.Url, StringComparison.Ordinal));
        drawing.Open();
        await (await drawn).FinishedAsync();
        await keyboard.SendAsync("Input.imeSetComposition", Composition("利用者"));
        await keyboard.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = "利用者" });

        await Assertions.Expect(page.Locator(RowCount)).ToHaveValueAsync((rows + 1).ToString(CultureInfo.InvariantCulture));
        await Assertions.Expect(page.Locator(Signer)).ToHaveValueAsync("利用者");
        Assert.Equal(rows.ToString(CultureInfo.InvariantCulture), await page.EvaluateAsync<string>("window.rowsThen"));
    }

    [Fact]
    public async Task Whoever_leaves_in_the_middle_of_a_sentence_finds_it_again()
    {
        var page = await OpenContractAsync("利用者C");
        var work = new Uri(page.Url).AbsolutePath;
        await page.Locator(Signer).FillAsync("利用者Cの姉");

        await page.Locator(".crumbs a").Last.ClickAsync();
        await page.ArriveAsync("**/cases/*");

        await page.UntilAsync(work, page.Locator(Signer + "[value='利用者Cの姉']"));
    }

    [Fact]
    public async Task A_double_click_finishes_once_and_the_way_back_says_who_did_it()
    {
        var walk = new CaseAWalk(office.Cast);
        await walk.StartAsync();
        var step = CaseA.Step("contract");
        var page = await walk.OpenAsync(step);
        await page.FillAsync(step.Values);

        await page.Locator("#work-form .actions button[type=submit]").First.DblClickAsync();
        await page.ArriveAsync("**/work?finished=*");
        await page.GoBackAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("専門員Xさんが令和8年1月19日(月)");
        await Assertions.Expect(page.Locator("#work-form")).ToHaveCountAsync(0);
        await page.IsAccessibleOnDeskAndPhoneAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "案件の経過を見る" }).ClickAsync();
        await Assertions.Expect(page.Locator(".timeline > li > .story-line").Filter(new LocatorFilterOptions { HasText = "を終えました" })).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[aria-labelledby=open] li")).ToHaveCountAsync(1);
    }

    private static Dictionary<string, object> Composition(string text) =>
        new() { ["text"] = text, ["selectionStart"] = text.Length, ["selectionEnd"] = text.Length };

    private async Task<IPage> OpenContractAsync(string client)
    {
        var walk = new CaseAWalk(office.Cast, client);
        await walk.StartAsync();

        return await walk.OpenAsync(CaseA.Step("contract"));
    }
}
