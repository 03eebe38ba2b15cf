using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>Requests of the tests come from an address, as those over a network do: from the client's own where it has one, else from this.</summary>
internal sealed class RemoteAddress(IPAddress address) : IStartupFilter
{
    private const string Header = "Test-Remote-Address";
    private static int clients;

    /// <summary>Makes this client one that sits at an address of its own, as two offices do.</summary>
    public static HttpClient Own(HttpClient client)
    {
        var number = Interlocked.Increment(ref clients);
        client.DefaultRequestHeaders.Add(Header, new IPAddress([10, (byte)(number >> 16), (byte)(number >> 8), (byte)number]).ToString());
        return client;
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
        {
            http.Connection.RemoteIpAddress = IPAddress.TryParse(http.Request.Headers[Header], out var own) ? own : address;
            return rest(http);
        });
        next(app);
    };
}
