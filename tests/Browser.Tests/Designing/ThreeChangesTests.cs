using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Designing;

/// <summary>What an administrator who has never seen BPMN wants to change, with the mouse in the diagram and by keyboard alone in the outline.</summary>
public sealed class ThreeChangesTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    private const string Days = "set-timer-days";
    private const string Commissioner = "set-setting-2";

    [Fact]
    public Task The_reminder_comes_after_five_working_days_instead_of_three() => SameAsync(
        "consent",
        async sketch =>
        {
            await sketch.ClickOnCanvasAsync("consent-reminder");
            await sketch.Page.Locator("#" + Days).FillAsync("5");
            await sketch.Page.Locator("#panel-title").ClickAsync();
        },
        async sketch =>
        {
            await sketch.OpenInOutlineAsync("consent-reminder");
            await sketch.TabToAsync(Days);
            await sketch.Page.Keyboard.PressAsync("Control+A");
            await sketch.Page.Keyboard.TypeAsync("5");
            await sketch.Page.Keyboard.PressAsync("Tab");
        },
        "repeat working days(5, 3)");

    [Fact]
    public Task J12_The_manager_approves_before_the_draft_goes_out() => SameAsync(
        "plan-creation",
        async sketch =>
        {
            await sketch.ClickOnCanvasAsync("plan-draft");
            await sketch.Page.Locator("#piece-approval").ClickAsync();
        },
        async sketch =>
        {
            await sketch.OpenInOutlineAsync("plan-draft");
            await sketch.PressAsync("piece-approval");
        },
        "approval = \"rejected\"");

    [Fact]
    public Task The_welfare_commissioner_is_invited_from_the_beginning() => SameAsync(
        "meeting",
        async sketch =>
        {
            await sketch.ClickOnCanvasAsync("meeting-plan");
            await sketch.Page.Locator("#" + Commissioner).CheckAsync();
        },
        async sketch =>
        {
            await sketch.OpenInOutlineAsync("meeting-plan");
            await sketch.PressAsync(Commissioner, "Space");
        },
        "name=\"invite\">{\"typeName\":\"String\",\"expression\":{\"type\":\"Literal\",\"value\":\"commissioner\"}}");

    private async Task SameAsync(string key, Func<Sketch, Task> byMouse, Func<Sketch, Task> byKeyboard, string expected)
    {
        var sketch = new Sketch(await office.Cast.StaffAsync("事務管理者J"), key);
        await sketch.OpenAsync();
        var original = await sketch.SourceAsync();

        await byMouse(sketch);
        await sketch.SavedAsync();
        var drawn = await sketch.SourceAsync();
        Assert.Empty(await sketch.FindingsAsync());
        await sketch.SaveElsewhereAsync(original);
        await sketch.OpenAsync();
        await byKeyboard(sketch);
        await sketch.SavedAsync();

        Assert.Empty(await sketch.FindingsAsync());
        Assert.Equal(Sketch.Running(drawn), Sketch.Running(await sketch.SourceAsync()));
        Assert.Contains(expected, drawn, StringComparison.Ordinal);
    }
}
