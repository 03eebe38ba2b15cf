using System.Net;
using System.Net.Sockets;

namespace OfficeWorkflow.Server.Tests.Channels.Mail;

/// <summary>A server on loopback that speaks a protocol of lines with each who connects and remembers what it heard.</summary>
internal abstract class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly List<string> heard = [];
    private readonly Task serving;

    protected LoopbackServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>All lines, of all connections.</summary>
    public IReadOnlyList<string> Heard
    {
        get
        {
            lock (heard)
            {
                return [.. heard];
            }
        }
    }

    /// <summary>Cancelled when the test is over.</summary>
    protected CancellationToken Over => over.Token;

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await serving;
        listener.Dispose();
        over.Dispose();
    }

    /// <summary>Speaks with one who connected, until either has had enough.</summary>
    protected abstract Task ConverseAsync(NetworkStream stream);

    protected void Hear(string line)
    {
        lock (heard)
        {
            heard.Add(line);
        }
    }

    private async Task ServeAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(ServeAsync(await listener.AcceptTcpClientAsync(over.Token)));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task ServeAsync(TcpClient connected)
    {
        try
        {
            using var client = connected;
            await using var stream = client.GetStream();
            await ConverseAsync(stream);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            Hear($"({failure.GetType().Name})");
        }
    }
}
