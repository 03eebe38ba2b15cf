using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Designing;

/// <summary>What the mouse does by dragging is done in the outline by keyboard alone.</summary>
public sealed class OutlineActsTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    [Fact]
    public Task J5_Several_steps_are_chosen_and_moved_into_a_part() => DoesAsync(
        "meeting",
        async sketch =>
        {
            await sketch.PressAsync("view-outline");
            await sketch.PressAsync("pick-ask-availability", "Space");
            await sketch.PressAsync("pick-meeting-choose", "Shift+Space");
            await sketch.PressAsync("pick-acts");
            await Assertions.Expect(sketch.Page.Locator("#panel-title")).ToBeFocusedAsync();
            await ChooseAsync(sketch, "move", "「欠席者ごとの意見照会」の中へ");
            await sketch.PressAsync("move-do");
        },
        "sourceRef=\"absent\" targetRef=\"ask-availability\"",
        "sourceRef=\"meeting-plan\" targetRef=\"invite\"");

    [Fact]
    public Task J5_A_reminder_is_put_on_another_step() => DoesAsync(
        "consent",
        async sketch =>
        {
            await sketch.OpenInOutlineAsync("consent-reminder");
            await ChooseAsync(sketch, "host", await NameAsync(sketch, "consent-paper"));
            await sketch.PressAsync("host-do");
        },
        "id=\"consent-reminder\"",
        "attachedToRef=\"consent-paper\"");

    [Fact]
    public Task J5_A_way_leaves_another_step_and_gets_a_note() => DoesAsync(
        "consent",
        async sketch =>
        {
            await sketch.OpenInOutlineAsync("consent-paper--answered");
            await ChooseAsync(sketch, "reconnect-source", await NameAsync(sketch, "request-consent"));
            await sketch.PressAsync("reconnect-source-do");
            await sketch.PressAsync("note-do");
            await sketch.TabToAsync("set-noteText");
            await sketch.Page.Keyboard.InsertTextAsync("紙のときはここから");
            await sketch.Page.Keyboard.PressAsync("Tab");
        },
        "sourceRef=\"request-consent\" targetRef=\"answered\"",
        "<bpmn:text>メモ紙のときはここから</bpmn:text>");

    [Fact]
    public async Task The_settings_stand_beside_the_last_line_as_beside_the_first()
    {
        var sketch = new Sketch(await office.Cast.StaffAsync("事務管理者J"), "meeting");
        await sketch.OpenAsync();
        await sketch.Page.Locator("#view-outline").ClickAsync();

        await sketch.Page.Locator("#pick-end").CheckAsync();

        await Assertions.Expect(sketch.Page.Locator("#line-end")).ToBeInViewportAsync();
        await Assertions.Expect(sketch.Page.Locator("#panel-title")).ToBeInViewportAsync();
    }

    private async Task DoesAsync(string key, Func<Sketch, Task> act, params string[] expected)
    {
        var sketch = new Sketch(await office.Cast.StaffAsync("事務管理者J"), key);
        await sketch.OpenAsync();
        var original = await sketch.SourceAsync();

        await act(sketch);
        await sketch.SavedAsync();

        var source = await sketch.SourceAsync();
        Assert.All(expected, words => Assert.Contains(words, source, StringComparison.Ordinal));
        await sketch.SaveElsewhereAsync(original);
    }

    /// <summary>Goes to a list and chooses by typing what its line begins with.</summary>
    private static async Task ChooseAsync(Sketch sketch, string list, string label)
    {
        await sketch.TabToAsync($"{list}-to");
        var chosen = await sketch.Page.Locator($"#{list}-to").EvaluateAsync<int>("(list, label) => [...list.options].findIndex(one => one.text === label) - list.selectedIndex", label);
        for (var step = 0; step < Math.Abs(chosen); step++)
        {
            await sketch.Page.Keyboard.PressAsync(chosen > 0 ? "ArrowDown" : "ArrowUp");
        }

        Assert.Equal(label, await sketch.Page.Locator($"#{list}-to").EvaluateAsync<string>("list => list.selectedOptions[0].text"));
    }

    private static Task<string> NameAsync(Sketch sketch, string element) => sketch.Page.Locator($"#line-{element}").InnerTextAsync();
}
