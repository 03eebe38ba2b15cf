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
        Cast = new Cast(chromium, office);
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await office!.DisposeAsync();
    }
}
