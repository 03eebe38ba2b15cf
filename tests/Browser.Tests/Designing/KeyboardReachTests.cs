using System.Text.Json;
using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Designing;

/// <summary>Who has no mouse comes to every act of the designer, and always sees where the keyboard is.</summary>
public sealed class KeyboardReachTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    private const int MostStops = 900;

    /// <summary>Numbers everything that can be acted on; a group of radio buttons is one stop.</summary>
    private const string Number =
        """
        () => {
            const all = [...document.querySelectorAll('[data-designer] :is(button, a[href], input:not([type=hidden]), select, textarea, summary)')]
                .filter(one => !one.disabled && one.checkVisibility({ visibilityProperty: true }) && !one.closest('[inert], .bjs-powered-by'));
            all.forEach((one, index) => { one.dataset.stop = index; });
            return all.map(one => one.outerHTML.slice(0, 140));
        }
        """;

    private const string Here =
        """
        () => {
            const here = document.activeElement, style = getComputedStyle(here);
            return {
                isBody: here === document.body,
                stop: here.dataset?.stop === undefined ? -1 : Number(here.dataset.stop),
                name: here.outerHTML.slice(0, 140),
                isRing: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
            };
        }
        """;

    [Fact]
    public async Task J5_Every_act_of_the_diagram_is_a_stop_of_the_Tab_key()
    {
        var sketch = new Sketch(await office.Cast.StaffAsync("事務管理者J"), "consent");
        await sketch.OpenAsync();
        await sketch.ClickOnCanvasAsync("consent-explain");

        await RoundAsync(sketch.Page);
    }

    [Fact]
    public async Task J5_Every_act_of_the_outline_is_a_stop_of_the_Tab_key()
    {
        var sketch = new Sketch(await office.Cast.StaffAsync("事務管理者J"), "meeting");
        await sketch.OpenAsync();
        await sketch.OpenInOutlineAsync("opinion");

        await RoundAsync(sketch.Page);
        await sketch.PressAsync("pick-opinion", "Space");
        await sketch.PressAsync("pick-minutes", "Space");
        await sketch.PressAsync("pick-invite", "Space");
        await RoundAsync(sketch.Page);
    }

    /// <summary>Goes once around by Tab.</summary>
    private static async Task RoundAsync(IPage page)
    {
        await page.EvaluateAsync("document.activeElement.blur()");
        var missed = (await page.EvaluateAsync<string[]>(Number)).ToList();
        var blind = new List<string>();
        var reached = new HashSet<int>();
        var rounds = 0;
        var stops = 0;
        while (rounds < 2)
        {
            Assert.True(stops++ < MostStops, "The Tab key never comes around.");
            await page.Keyboard.PressAsync("Tab");
            var here = await page.EvaluateAsync<JsonElement>(Here);
            rounds += here.GetProperty("isBody").GetBoolean() ? 1 : 0;
            reached.Add(here.GetProperty("stop").GetInt32());
            if (!here.GetProperty("isBody").GetBoolean() && !here.GetProperty("isRing").GetBoolean())
            {
                blind.Add(here.GetProperty("name").GetString()!);
            }
        }

        Assert.Empty(blind);
        Assert.Empty(missed.Where((_, index) => !reached.Contains(index)));
    }
}
