using System.Text.Json;
using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Designing;

/// <summary>Every panel, menu, dialog and finding of the designer, looked at in turn.</summary>
public sealed class PanelCrawlTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    /// <summary>Words that are no sentence of ours: the mark of bpmn.io, file and code words that people type, the names of demo people.</summary>
    private const string Foreign =
        """
        async () => {
            const seen = new Set();
            const isOurs = text => /^[\s\d\p{P}\p{S}]*$/u.test(text) || /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);
            const isTyped = element => element.closest('input, textarea, .form-preview [inert], .bjs-powered-by, .mail-text, [data-element-id] text') !== null;
            const walk = document.createTreeWalker(document.querySelector('[data-designer]'), NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const element = walk.currentNode.parentElement;
                if (!isTyped(element) && !isOurs(walk.currentNode.textContent)) { seen.add(walk.currentNode.textContent.trim()); }
            }
            for (const element of document.querySelectorAll('[data-designer] *')) {
                for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'label']) {
                    const text = element.getAttribute(name);
                    if (text && !element.closest('.bjs-powered-by, .form-preview [inert]') && !isOurs(text)) { seen.add(`${name}: ${text}`); }
                }
            }
            return [...seen];
        }
        """;

    [Theory]
    [InlineData("consent")]
    [InlineData("meeting")]
    [InlineData("plan-creation")]
    public async Task Says_nothing_in_another_language(string key)
    {
        var sketch = new Sketch(await office.Cast.StaffAsync("事務管理者J"), key);
        await sketch.OpenAsync();
        var foreign = new SortedSet<string>(StringComparer.Ordinal);
        foreign.UnionWith(await ForeignAsync(sketch.Page));
        await sketch.Page.Locator("#view-outline").ClickAsync();
        var lines = await sketch.Page.Locator("[id^=line-]").EvaluateAllAsync<string[]>("lines => lines.map(line => line.id)");
        foreach (var line in lines)
        {
            await sketch.Page.Locator($"[id='{line}']").ClickAsync();
            await sketch.Page.Locator("#panel-title").WaitForAsync();
            await sketch.Page.Locator(".designer-panel details").EvaluateAllAsync<object?>("all => { all.forEach(one => { one.open = true; }); return null; }");
            foreign.UnionWith(await ForeignAsync(sketch.Page));
        }

        Assert.Empty(foreign);
    }

    [Fact]
    public async Task Says_what_it_finds_in_Japanese_and_mends_it_by_a_button()
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

    [Fact]
    public async Task Shows_where_the_keyboard_is_at_every_stop()
    {
        var sketch = new Sketch(await office.Cast.StaffAsync("事務管理者J"), "consent");
        await sketch.OpenAsync();
        await sketch.OpenInOutlineAsync("consent-explain");

        var blind = await StopsAsync(sketch.Page);

        Assert.Empty(blind);
    }

    /// <summary>Goes once around by Tab; what has the focus and shows no ring.</summary>
    private static async Task<IReadOnlyList<string>> StopsAsync(IPage page)
    {
        var blind = new List<string>();
        var rounds = 0;
        await page.EvaluateAsync("document.activeElement.blur()");
        for (var stop = 0; stop < 300; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var seen = await page.EvaluateAsync<JsonElement>(
                """
                () => {
                    const here = document.activeElement, style = getComputedStyle(here);
                    return { isBody: here === document.body, name: here.outerHTML.slice(0, 120), isRing: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none' };
                }
                """);
            rounds += seen.GetProperty("isBody").GetBoolean() ? 1 : 0;
            if (rounds > 1)
            {
                return blind;
            }

            if (!seen.GetProperty("isBody").GetBoolean() && !seen.GetProperty("isRing").GetBoolean())
            {
                blind.Add(seen.GetProperty("name").GetString()!);
            }
        }

        throw new InvalidOperationException("The Tab key never comes around.");
    }

    private static async Task<IReadOnlyList<string>> ForeignAsync(IPage page) => await page.EvaluateAsync<string[]>(Foreign);
}
