namespace OfficeWorkflow.Server.Tests.Killing;

/// <summary>
/// A server that dies at one failpoint after the other. Whatever was under way when it died is done again on the server that was started in
/// its place, as people do.
/// </summary>
/// <param name="failpoints">In the order in which they are to strike.</param>
internal sealed class Guarded(ServerProcess server, IEnumerable<string> failpoints)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Queue<string> left = new(failpoints);
    private string? armed;

    public ServerProcess Server => server;

    /// <summary>Where it died, with what was under way.</summary>
    public List<string> Deaths { get; } = [];

    public string? Armed => armed;

    public Task StartAsync() => StartAsync("start");

    /// <summary>Does it until it is done.</summary>
    public async Task<T> DoAsync<T>(string what, Func<Task<T>> act)
    {
        while (true)
        {
            try
            {
                return await act();
            }
            catch (HttpRequestException)
            {
                await server.DiesAsync();
                Deaths.Add($"{armed} in {what}");
                await StartAsync(what);
            }
        }
    }

    /// <summary>Looks again and again: some things happen a moment after the commit.</summary>
    public async Task<T> UntilAsync<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!limit.IsCancellationRequested)
        {
            if (await DoAsync(what, look) is { } there)
            {
                return there;
            }
        }

        throw new InvalidOperationException($"{what}: never came.\n{string.Join('\n', Deaths)}\n{server.Output}");
    }

    private async Task StartAsync(string what)
    {
        do
        {
            left.TryDequeue(out armed);
            await server.RehearseAsync(armed);
            if (server.HasDied)
            {
                Deaths.Add($"{armed} while starting, in {what}");
                Assert.True(armed is not null, server.Output);
            }
        }
        while (server.HasDied);
    }
}
