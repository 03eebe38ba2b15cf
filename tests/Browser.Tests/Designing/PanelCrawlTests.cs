using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Designing;

/// <summary>Every panel, menu, dialog and finding of the designer, looked at in turn.</summary>
public sealed class PanelCrawlTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    /// <summary>Every procedure that the product brings.</summary>
    public static TheoryData<string> Shipped() => [.. OfficeWorkflow.Workflows.Procedures.BuiltIns.All.Select(static one => one.Key)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task J1_Says_nothing_in_another_language(string key)
    {
        var sketch = new Sketch(await office.Cast.StaffAsync("事務管理者J"), key);
        await sketch.OpenAsync();
        await sketch.Page.Locator("#view-outline").ClickAsync();

        Assert.Empty(await Foreign.WordsOfAllSettingsAsync(sketch.Page));
        await sketch.Page.Locator("#pick-all").ClickAsync();
        Assert.Empty(await ForeignAsync(sketch.Page));
        await sketch.Page.IsAccessibleAsync();
        await DialogsAsync(sketch.Page);
    }

    /// <summary>Opens the dialog of each form and of each wording that the procedure uses, and the trial run.</summary>
    private static async Task DialogsAsync(IPage page)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in await page.Locator(".outline-name").EvaluateAllAsync<string[]>("lines => lines.map(line => line.id)"))
        {
            await page.Locator($"[id='{line}']").ClickAsync();
            foreach (var (button, file) in new[] { ("#form-edit", "#set-form"), ("#wording-edit", "#set-template") })
            {
                if (await page.Locator(button).CountAsync() > 0 && seen.Add(await page.Locator(file).InputValueAsync()))
                {
                    await page.Locator(button).ClickAsync();
                    await page.Locator(".dialog-preview h3").First.WaitForAsync();
                    Assert.Empty(await ForeignAsync(page));
                    await page.Locator("#dialog-cancel").ClickAsync();
                }
            }
        }

        await page.Locator("[data-tool=trial]").ClickAsync();
        await page.Locator(".trial-now").WaitForAsync();
        Assert.Empty(await ForeignAsync(page));
    }

    [Fact]
    public async Task J1_Says_nothing_in_another_language_about_any_part_of_the_palette_or_what_is_wrong_with_it()
    {
        var sketch = new Sketch(await office.Cast.StaffAsync("事務管理者J"), "monitoring-round");
        await sketch.OpenAsync();
        var source = await sketch.SourceAsync();
        await sketch.Page.Locator("#view-outline").ClickAsync();
        var kinds = await sketch.Page.Locator("#outline-alone-to option").EvaluateAllAsync<string[]>("all => all.map(one => one.value)");
        foreach (var kind in kinds)
        {
            await AddAsync(sketch.Page, "outline-alone", kind);
        }

        foreach (var kind in new[] { "deadline", "interrupt", "trouble" })
        {
            await sketch.Page.Locator("#line-monitoring").ClickAsync();
            await AddAsync(sketch.Page, "add", kind);
        }

        await sketch.SavedAsync();
        Assert.Equal(23, kinds.Length);
        Assert.NotEmpty(await sketch.FindingsAsync());
        Assert.Empty(await Foreign.WordsOfAllSettingsAsync(sketch.Page));
        await sketch.Page.IsAccessibleAsync();
        await sketch.SaveElsewhereAsync(source);
    }

    /// <summary>Adds what was chosen in a list; its settings are then on the page, and are looked at for whoever cannot see them.</summary>
    private static async Task AddAsync(IPage page, string list, string kind)
    {
        await page.Locator($"#{list}-to").SelectOptionAsync(kind);
        await page.Locator($"#{list}-do").ClickAsync();
        await Assertions.Expect(page.Locator(".designer-says")).ToContainTextAsync("足しました");
        Assert.Empty(await page.PartFaultsAsync(".designer-panel"));
    }

    [Fact]
    public async Task J2_Says_what_it_finds_in_Japanese_and_mends_it_by_a_button()
    {
        var sketch = new Sketch(await office.Cast.StaffAsync("事務管理者J"), "consent");
        await sketch.OpenAsync();
        var source = await sketch.SourceAsync();
        await sketch.SaveElsewhereAsync(source.Replace(" default=\"method--consent-paper\"", "", StringComparison.Ordinal).Replace("name=\"consent-answered\"", "name=\"\"", StringComparison.Ordinal));
        await sketch.OpenAsync();

        var findings = sketch.Page.Locator(".findings-list li");
        Assert.NotEqual(0, await findings.CountAsync());
        Assert.Empty(await ForeignAsync(sketch.Page));
        await sketch.Page.IsAccessibleAsync();
        await sketch.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "「その他の場合」の道にする" }).First.ClickAsync();
        await sketch.SavedAsync();
        Assert.Equal(["message-has-a-name"], await sketch.FindingsAsync());
        await sketch.SaveElsewhereAsync(source);
    }

    [Fact]
    public async Task Is_accessible_as_a_diagram_as_an_outline_and_in_its_dialogs()
    {
        var sketch = new Sketch(await office.Cast.StaffAsync("事務管理者J"), "plan-creation");
        await sketch.OpenAsync();
        await sketch.ClickOnCanvasAsync("plan-draft");
        await sketch.Page.IsAccessibleOnDeskAndPhoneAsync();
        await sketch.Page.PictureAsync("designer-diagram");
        await sketch.Page.Locator("#view-outline").ClickAsync();
        await sketch.Page.IsAccessibleOnDeskAndPhoneAsync();
        await sketch.Page.PictureAsync("designer-outline");
        await sketch.Page.Locator("#form-edit").ClickAsync();
        await sketch.Page.Locator(".form-preview h3").WaitForAsync();
        await sketch.Page.IsAccessibleOnDeskAndPhoneAsync();
        Assert.Empty(await ForeignAsync(sketch.Page));
        await sketch.Page.PictureAsync("designer-form");
    }

    private static Task<IReadOnlyList<string>> ForeignAsync(IPage page) => Foreign.WordsAsync(page);
}
