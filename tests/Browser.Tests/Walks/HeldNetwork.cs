using Microsoft.Playwright;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>Requests of a page that wait at a gate until the test opens it: what a slow line does, without a clock.</summary>
internal sealed class HeldNetwork
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HeldNetwork()
    {
    }

    /// <summary>The request has left the page.</summary>
    public Task Arrived => arrived.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public void Open() => opened.TrySetResult();

    /// <summary>Holds the next request of a method whose path ends so; all others pass.</summary>
    public static async Task<HeldNetwork> NextAsync(IPage page, string method, string pathEnd)
    {
        var held = new HeldNetwork();
        await page.RouteAsync(
            address => new Uri(address).AbsolutePath.EndsWith(pathEnd, StringComparison.Ordinal),
            async route =>
            {
                if (string.Equals(route.Request.Method, method, StringComparison.Ordinal) && held.arrived.TrySetResult())
                {
                    await held.opened.Task;
                }

                await route.FallbackAsync();
            });

        return held;
    }
}
