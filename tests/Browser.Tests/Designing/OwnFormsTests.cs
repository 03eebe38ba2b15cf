using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Designing;

public sealed class OwnFormsTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    [Fact]
    public async Task A_question_is_added_to_a_form_looked_at_and_kept_with_the_draft()
    {
        var sketch = new Sketch(await office.Cast.StaffAsync("事務管理者J"), "consent");
        await sketch.OpenAsync();
        await sketch.ClickOnCanvasAsync("consent-explain");
        var page = sketch.Page;

        await page.Locator("#form-edit").ClickAsync();
        await page.Locator("#field-add").ClickAsync();
        await page.Keyboard.InsertTextAsync("通訳の有無");
        await page.Locator("#dialog-preview").ClickAsync();
        await Assertions.Expect(page.Locator(".form-preview")).ToContainTextAsync("通訳の有無");
        await page.Locator("#dialog-save").ClickAsync();
        await sketch.SavedAsync();

        Assert.Contains("通訳の有無", await sketch.SourceAsync(), StringComparison.Ordinal);
        Assert.Empty(await sketch.FindingsAsync());
        await Assertions.Expect(page.Locator("#form-reset")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wording_is_changed_for_this_procedure_and_read_before_it_is_sent()
    {
        var sketch = new Sketch(await office.Cast.StaffAsync("事務管理者J"), "meeting");
        await sketch.OpenAsync();
        await sketch.ClickOnCanvasAsync("tell-host");
        var page = sketch.Page;

        await page.Locator("#wording-edit").ClickAsync();
        await page.Locator("#mail-subject").FillAsync("返事がすべてそろいました");
        await page.Locator("#dialog-preview").ClickAsync();
        await Assertions.Expect(page.Locator(".dialog-preview strong")).ToHaveTextAsync("返事がすべてそろいました");
        await page.IsAccessibleAsync();
        await page.Locator("#dialog-save").ClickAsync();
        await sketch.SavedAsync();

        Assert.Contains("件名: 返事がすべてそろいました", await sketch.SourceAsync(), StringComparison.Ordinal);
        Assert.Empty(await sketch.FindingsAsync());
    }
}
