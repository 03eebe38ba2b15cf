using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Designing;

/// <summary>Nothing that somebody drew is lost: not by a second tab, not by a killed browser.</summary>
public sealed class DraftSafetyTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    [Fact]
    public async Task A15_A_second_tab_is_asked_which_draft_goes_on_and_the_other_is_kept()
    {
        var first = new Sketch(await office.Cast.StaffAsync("事務管理者J"), "consent");
        await first.OpenAsync();
        var second = new Sketch(await first.Page.Context.NewPageAsync(), "consent");
        await second.OpenAsync();
        await RenameAsync(first, "第一の名前");
        await first.SavedAsync();

        await RenameAsync(second, "第二の名前");

        var dialog = second.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("別の画面で保存されています");
        await Assertions.Expect(dialog).ToContainTextAsync("第一の名前");
        await Assertions.Expect(dialog).ToContainTextAsync("第二の名前");
        await second.Page.IsAccessibleAsync();
        await dialog.Locator("button[value=mine]").ClickAsync();
        await second.SavedAsync();
        Assert.Contains("第二の名前", await second.SourceAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A15_A_killed_browser_gives_back_what_the_server_did_not_have_yet()
    {
        var profile = Directory.CreateTempSubdirectory("office-killed-").FullName;
        var cookies = await (await office.Cast.StaffAsync("事務管理者J")).Context.CookiesAsync();
        using var playwright = await Playwright.CreateAsync();
        var context = await office.OpenProfileAsync(playwright, profile);
        try
        {
            await context.AddCookiesAsync(cookies.Select(static cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }));
            var sketch = new Sketch(context.Pages[0], "meeting");
            await sketch.OpenAsync();
            await sketch.Page.RouteAsync("**/draft", static route => string.Equals(route.Request.Method, "PUT", StringComparison.Ordinal) ? route.AbortAsync() : route.FallbackAsync());
            await RenameAsync(sketch, "消えてはいけない名前", "meeting-choose");
            await Assertions.Expect(sketch.State).ToHaveAttributeAsync("data-state", "failed");
            Kill(profile);
        }
        finally
        {
            await CloseIfAliveAsync(context);
        }

        await using var again = await office.OpenProfileAsync(playwright, profile);
        await again.AddCookiesAsync(cookies.Select(static cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }));
        var reopened = new Sketch(again.Pages[0], "meeting");
        await reopened.OpenAsync();
        await reopened.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "その変更を戻す" }).ClickAsync();
        await reopened.SavedAsync();

        Assert.Contains("消えてはいけない名前", await reopened.SourceAsync(), StringComparison.Ordinal);
    }

    private static async Task RenameAsync(Sketch sketch, string name, string element = "consent-explain")
    {
        await sketch.ClickOnCanvasAsync(element);
        await sketch.Page.Locator("#set-name").FillAsync(name);
        await sketch.Page.Locator("#panel-title").ClickAsync();
    }

    /// <summary>Every process of the browser that has this profile, without warning.</summary>
    /// <summary>A browser that was killed may have gone before it can be closed.</summary>
    private static async Task CloseIfAliveAsync(IBrowserContext context)
    {
        try
        {
            await context.CloseAsync();
        }
        catch (PlaywrightException)
        {
            // Nothing is left to close: that is what the test is about.
        }
    }

    private static void Kill(string profile)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && CommandOf(folder).Contains(profile, StringComparison.Ordinal))
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            }
        }
    }

    private static string CommandOf(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
