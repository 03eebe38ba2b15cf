using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>Somebody who has a keyboard and nothing else: goes from one control to the next, types, presses.</summary>
internal static class ByKeyboard
{
    private const int MostTabs = 400;
    private const int MostOptions = 60;

    /// <summary>Goes on with Tab until what a selector names has the focus.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} is not to be reached by Tab on {page.Url}:\n{await page.Locator("main").InnerTextAsync()}");
    }

    public static async Task TabToAndPressAsync(this IPage page, string selector, string key = "Enter")
    {
        await page.TabToAsync(selector);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Leaves a field, so that single keys work again.</summary>
    public static Task LeaveFieldAsync(this IPage page) => page.Keyboard.PressAsync("Escape");

    /// <summary>Types into the field that is reached, in place of what stands there.</summary>
    public static async Task TypeIntoAsync(this IPage page, string selector, string text)
    {
        await page.TabToAsync(selector);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Chooses in a list by its arrows until it says this.</summary>
    public static async Task ChooseAsync(this IPage page, string selector, string said)
    {
        await page.TabToAsync(selector);
        await page.Keyboard.PressAsync("Home");
        for (var option = 0; option < MostOptions; option++)
        {
            if (await page.EvaluateAsync<bool>("said => { const e = document.activeElement; return e.value === said || e.selectedOptions[0]?.label.includes(said) === true; }", said))
            {
                return;
            }

            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Fail($"「{said}」 is not in {selector}.");
    }

    /// <summary>Fills a form of lines, lists and ticks, with its rows.</summary>
    public static async Task TypeFormAsync(this IPage page, JsonObject values, string prefix = "")
    {
        foreach (var (key, value) in values)
        {
            var name = prefix + key;
            switch (value)
            {
                case JsonArray rows when rows is [JsonObject, ..]:
                    await TypeRowsAsync(page, name, rows);
                    break;
                case JsonArray keys:
                    foreach (var one in keys)
                    {
                        await TickAsync(page, $"input[name='{name}'][value='{one!.GetValue<string>()}']");
                    }

                    break;
                default:
                    await TypeAsync(page, name, value!.ToString());
                    break;
            }
        }
    }

    private static async Task TypeRowsAsync(IPage page, string name, JsonArray rows)
    {
        var counter = page.Locator($"input[name='{name}.rows']");
        for (var has = int.Parse(await counter.InputValueAsync(), CultureInfo.InvariantCulture); has < rows.Count; has++)
        {
            await page.TabToAndPressAsync($"button[name=row][value='add:{name}']");
            await Assertions.Expect(counter).ToHaveValueAsync((has + 1).ToString(CultureInfo.InvariantCulture));
        }

        foreach (var (index, row) in rows.Index())
        {
            await page.TypeFormAsync(row!.AsObject(), string.Create(CultureInfo.InvariantCulture, $"{name}.{index}."));
        }
    }

    private static async Task TypeAsync(IPage page, string name, string text)
    {
        var said = text.StartsWith("label:", StringComparison.Ordinal) ? text["label:".Length..] : text;
        if (await page.Locator($"select[name='{name}']").CountAsync() > 0)
        {
            await page.ChooseAsync($"select[name='{name}']", said);
            return;
        }

        await page.TypeIntoAsync($"[name='{name}']", said);
    }

    private static async Task TickAsync(IPage page, string selector)
    {
        await page.TabToAsync(selector);
        if (!await page.EvaluateAsync<bool>("() => document.activeElement.checked"))
        {
            await page.Keyboard.PressAsync("Space");
        }
    }
}
