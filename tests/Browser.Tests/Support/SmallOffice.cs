using OfficeWorkflow.Browser.Tests.Walks;

namespace OfficeWorkflow.Browser.Tests.Support;

/// <summary>An office in rehearsal for tests of single pages, with everybody at a browser; one for all tests of a class.</summary>
public sealed class SmallOffice : IAsyncLifetime
{
    private readonly Chromium chromium = new();
    private RunningOffice? office;

    internal Cast Cast { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await chromium.InitializeAsync();
        office = await RunningOffice.StartAsync("2026-01-19T09:00");
        Cast = new Cast(chromium, office, new Survey());
    }

    /// <summary>A browser of its own whose profile outlives it.</summary>
    internal Task<Microsoft.Playwright.IBrowserContext> OpenProfileAsync(Microsoft.Playwright.IPlaywright playwright, string folder) =>
        playwright.Chromium.LaunchPersistentContextAsync(folder, new Microsoft.Playwright.BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = Chromium.Executable,
            Args = Chromium.Arguments,
            BaseURL = office!.Address.ToString(),
            Locale = "ja-JP",
            ViewportSize = new Microsoft.Playwright.ViewportSize { Width = 1280, Height = 900 },
        });

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await office!.DisposeAsync();
    }
}
