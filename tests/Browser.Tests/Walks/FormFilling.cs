using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>Fills the form of a work page as a person does: rows are added by their button, choices are made by what they say.</summary>
internal static class FormFilling
{
    private const string LabelPrefix = "label:";
    private const string PartPrefix = "part:";
    private const string FilePrefix = "file:";

    public static async Task FillAsync(this IPage page, JsonObject values)
    {
        foreach (var (name, rows) in values.Where(static entry => IsRows(entry.Value)))
        {
            await RowsAsync(page, name, rows!.AsArray().Count);
        }

        // What decides what else is asked comes first.
        foreach (var (name, value) in values)
        {
            await FillAsync(page, name, value!);
        }
    }

    private static bool IsRows(JsonNode? value) => value is JsonArray { Count: > 0 } list && list[0] is JsonObject;

    private static async Task RowsAsync(IPage page, string group, int count)
    {
        var counter = page.Locator($"input[name='{group}.rows']");
        for (var has = await ReadAsync(counter); has < count; has = await ReadAsync(counter))
        {
            await page.Locator($"button[name=row][value='add:{group}']").ClickAsync();
            await Assertions.Expect(counter).ToHaveValueAsync((has + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    private static async Task<int> ReadAsync(ILocator counter) => int.Parse(await counter.InputValueAsync(), CultureInfo.InvariantCulture);

    private static async Task FillAsync(IPage page, string name, JsonNode value)
    {
        switch (value)
        {
            case JsonArray list when IsRows(value):
                foreach (var (index, row) in list.Index())
                {
                    foreach (var (field, inner) in row!.AsObject())
                    {
                        await FillAsync(page, string.Create(CultureInfo.InvariantCulture, $"{name}.{index}.{field}"), inner!);
                    }
                }

                break;
            case JsonArray keys:
                foreach (var key in keys)
                {
                    await ChooseAsync(page, name, Text(key!));
                }

                break;
            default:
                await EnterAsync(page, name, Text(value));
                break;
        }
    }

    private static string Text(JsonNode value) => value.GetValueKind() is System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static async Task EnterAsync(IPage page, string name, string text)
    {
        var control = page.Locator($"[name='{name}']:not([type=hidden])").First;
        await control.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        switch (await control.EvaluateAsync<string>("e => e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase()"))
        {
            case "select" or "radio":
                await ChooseAsync(page, name, text);
                break;
            case "checkbox":
                await control.SetCheckedAsync(text is "true");
                break;
            case "file":
                await control.SetInputFilesAsync(new FilePayload { Name = text[FilePrefix.Length..], MimeType = "application/pdf", Buffer = Scan });
                break;
            default:
                await TypeAsync(page, control, name, text);
                break;
        }
    }

    private static async Task TypeAsync(IPage page, ILocator control, string name, string text)
    {
        var time = page.Locator($"[name='{name}.time']");
        if (await time.CountAsync() > 0 && text.Split('T') is [var day, var clock])
        {
            await control.FillAsync(day);
            await time.FillAsync(clock);
            return;
        }

        await control.FillAsync(text);
    }

    private static async Task ChooseAsync(IPage page, string name, string text)
    {
        var select = page.Locator($"select[name='{name}']");
        if (await select.CountAsync() > 0)
        {
            await select.SelectOptionAsync(await OptionAsync(select, text));
            return;
        }

        var said = Said(text);
        var box = said is null
            ? page.Locator($"input[name='{name}'][value='{text}']")
            : page.Locator("label").Filter(new LocatorFilterOptions { HasText = said }).Locator($"input[name='{name}']").First;
        await box.CheckAsync();
    }

    private static async Task<string> OptionAsync(ILocator select, string text)
    {
        var said = Said(text) ?? text;
        var value = await select.EvaluateAsync<string?>(
            "(e, said) => { const all = [...e.options]; const hit = all.find(o => o.value === said) ?? all.find(o => o.label === said) ?? all.find(o => o.label.includes(said)); return hit ? hit.value : null; }",
            said);
        return value ?? throw new InvalidOperationException($"「{said}」 is none of: {await select.InnerTextAsync()}");
    }

    private static string? Said(string text) =>
        text.StartsWith(LabelPrefix, StringComparison.Ordinal) ? text[LabelPrefix.Length..]
        : text.StartsWith(PartPrefix, StringComparison.Ordinal) ? text[PartPrefix.Length..]
        : null;

    /// <summary>A small, right PDF: what a scanner would give.</summary>
    private static byte[] Scan { get; } =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();
}
