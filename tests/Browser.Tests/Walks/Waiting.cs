using System.Diagnostics;
using Microsoft.Playwright;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>Some things happen a moment after the commit: a person looks again until they are there.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

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
