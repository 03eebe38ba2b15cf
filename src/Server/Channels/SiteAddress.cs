using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace OfficeWorkflow.Server.Channels;

/// <summary>How people outside reach this server: what stands before a path in a mail. Setting <c>Site:Address</c>.</summary>
public sealed class SiteAddress(IConfiguration configuration, IServer server)
{
    public string Of(string path) => Root.TrimEnd('/') + path;

    private string Root =>
        configuration["Site:Address"] is { Length: > 0 } configured ? configured : Listening ?? "http://localhost";

    /// <summary>Without the setting, the address that this process listens on, named as its own machine reaches it.</summary>
    private string? Listening =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?.Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("+", "localhost", StringComparison.Ordinal)
            .Replace("*", "localhost", StringComparison.Ordinal);
}
