using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>Some things happen a moment after the commit: a person looks again until they are there.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    /// <summary>
    /// Waits for the page that a click leads to, by looking at the address again and again: an event of its loading can come before anybody listens, and is
    /// then waited for in vain.
    /// </summary>
    /// <param name="address">With <c>**</c> for anything and <c>*</c> for anything without a slash.</param>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        var pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        await Assertions.Expect(page).ToHaveURLAsync(
            new Regex($"^{pattern}$", RegexOptions.None, TimeSpan.FromSeconds(1)), new PageAssertionsToHaveURLOptions { Timeout = (float)Limit.TotalMilliseconds });
        await page.Locator("main h1").WaitForAsync();
    }

    /// <summary>Does what leads to another page, or to the same one anew, and waits until that is there.</summary>
    public static async Task LeaveAsync(this IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("() => document.body.setAttribute('data-left', 'no')");
        await act();
        await page.Locator("body:not([data-left]) main h1").WaitForAsync();
    }

    public static async Task UntilAsync(this IPage page, string address, ILocator there)
    {
        var watch = Stopwatch.StartNew();
        do
        {
            await page.GotoAsync(address);
            if (await there.CountAsync() > 0)
            {
                return;
            }
        }
        while (watch.Elapsed < Limit);

        Assert.Fail($"{address} never showed what was waited for:\n{await page.Locator("main").InnerTextAsync()}");
    }
}
