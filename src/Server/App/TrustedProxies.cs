using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace OfficeWorkflow.Server.App;

/// <summary>
/// Behind a reverse proxy a request's real address and scheme are what the proxy says. Nobody is believed unless the setting
/// <c>Proxies:Trusted</c> names it, an address or a network (<c>10.0.0.5</c>, <c>10.0.0.0/8</c>): anyone can write such a header.
/// </summary>
internal static class TrustedProxies
{
    public static void AddTrustedProxies(this WebApplicationBuilder builder)
    {
        var trusted = builder.Configuration.GetSection("Proxies:Trusted").Get<string[]>() ?? [];
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = trusted.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;

            // As many proxies as are named may stand in a row; the framework's own guesses count for nothing.
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var one in trusted)
            {
                options.KnownIPNetworks.Add(NetworkOf(one));
            }
        });
    }

    public static void UseTrustedProxies(this WebApplication app) => app.UseForwardedHeaders();

    private static IPNetwork NetworkOf(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
        {
            return network;
        }

        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new InvalidOperationException($"Proxies:Trusted names '{text}', which is neither an address nor a network.");
    }
}
