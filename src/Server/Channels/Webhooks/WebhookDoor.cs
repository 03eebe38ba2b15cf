using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OfficeWorkflow.Server.Channels.Webhooks;

/// <summary>
/// The way out. The address is looked at when it is connected to, not only when it was typed: what a name leads to may change. No redirect
/// is followed, no proxy asked, no cookie kept, and nothing of the answer is read but its status.
/// </summary>
public sealed class WebhookDoor(WebhookSettings settings) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SocketsHttpHandler handler = new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, stop) => ConnectAsync(context, settings.AllowPrivate, stop),
    };

    /// <summary>Whether it may be asked for at all: over TLS, with a name or a public address.</summary>
    public bool Allows(Uri address) =>
        address is { IsAbsoluteUri: true, UserInfo.Length: 0, Host.Length: > 0 }
        && (settings.AllowPrivate
            ? address.Scheme is "https" or "http"
            : address.Scheme is "https" && !IsOfTheHouse(address.IdnHost) && (!IPAddress.TryParse(address.IdnHost, out var number) || PublicAddress.Is(number)));

    public async Task<HttpStatusCode> SendAsync(Uri address, string body, IReadOnlyDictionary<string, string> headers, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.UserAgent.ParseAdd("OfficeWorkflow-Webhooks/1");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await invoker.SendAsync(request, patience.Token);
        return answer.StatusCode;
    }

    public void Dispose() => handler.Dispose();

    private static bool IsOfTheHouse(string host) =>
        !host.Contains('.', StringComparison.Ordinal) && !host.Contains(':', StringComparison.Ordinal);

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA2000", Justification = "The stream owns the socket.")]
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, bool allowPrivate, CancellationToken stop)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, stop);
        var allowed = Array.FindAll(found, address => allowPrivate || PublicAddress.Is(address));
        if (allowed.Length == 0)
        {
            throw new HttpRequestException($"{context.DnsEndPoint.Host} leads to no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception)
        {
            socket.Dispose();
            throw;
        }
    }
}
