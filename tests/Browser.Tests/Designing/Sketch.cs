using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Playwright;

namespace OfficeWorkflow.Browser.Tests.Designing;

/// <summary>One procedure open in the designer.</summary>
internal sealed class Sketch(IPage page, string key)
{
    private const int MostStops = 600;

    public IPage Page => page;

    public ILocator State => page.Locator(".designer-state");

    public async Task OpenAsync()
    {
        await page.GotoAsync($"/procedures/{key}/design");
        await ShownAsync();
    }

    public Task ShownAsync() => page.Locator("[data-designer-shown]").WaitForAsync();

    public Task SavedAsync() => Assertions.Expect(State).ToHaveAttributeAsync("data-state", "saved");

    public Task ClickOnCanvasAsync(string element) => page.Locator($".djs-element[data-element-id='{element}'] > .djs-hit").First.ClickAsync();

    /// <summary>What the server keeps.</summary>
    public async Task<JsonElement> DraftAsync() =>
        await page.EvaluateAsync<JsonElement>("async key => (await fetch(`/procedures/${key}/draft`)).json()", key);

    public async Task<string> SourceAsync() => (await DraftAsync()).GetProperty("source").GetString()!;

    public async Task<IReadOnlyList<string?>> FindingsAsync() =>
        [.. (await DraftAsync()).GetProperty("findings").EnumerateArray().Select(static finding => finding.GetProperty("rule").GetString())];

    /// <summary>Saves a text as somebody else's page would.</summary>
    public Task SaveElsewhereAsync(string source) => page.EvaluateAsync(
        """
        async ([key, source]) => {
            const token = document.querySelector('[data-designer] input[name=__RequestVerificationToken]').value;
            const { revision } = await (await fetch(`/procedures/${key}/draft`)).json();
            await fetch(`/procedures/${key}/draft`, {
                method: 'PUT',
                headers: { 'content-type': 'application/json', RequestVerificationToken: token },
                body: JSON.stringify({ source, revision }),
            });
        }
        """,
        new[] { key, source });

    /// <summary>Goes by the Tab key until the element with an id has the focus, as someone without a mouse does.</summary>
    public async Task TabToAsync(string id)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (string.Equals(await page.EvaluateAsync<string>("document.activeElement?.id ?? ''"), id, StringComparison.Ordinal))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"No Tab leads to {id}.");
    }

    public async Task PressAsync(string id, string keyName = "Enter")
    {
        await TabToAsync(id);
        await page.Keyboard.PressAsync(keyName);
    }

    /// <summary>To the outline, and there to the settings of an element.</summary>
    public async Task OpenInOutlineAsync(string element)
    {
        await PressAsync("view-outline");
        await PressAsync($"line-{element}");
        await Assertions.Expect(page.Locator("#panel-title")).ToBeFocusedAsync();
    }

    /// <summary>What runs: the document without its layout, and without the order in which lanes name their steps.</summary>
    public static string Running(string source)
    {
        var document = XDocument.Parse(source);
        document.Descendants().Where(static element => element.Name.LocalName is "BPMNDiagram").ToList().ForEach(static element => element.Remove());
        foreach (var lane in document.Descendants().Where(static element => element.Name.LocalName is "lane"))
        {
            var steps = lane.Elements().Where(static element => element.Name.LocalName is "flowNodeRef").ToList();
            steps.ForEach(static step => step.Remove());
            lane.Add(steps.OrderBy(static step => step.Value, StringComparer.Ordinal));
        }

        return document.ToString();
    }
}
