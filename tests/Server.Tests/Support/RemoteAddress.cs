using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>Requests of the tests come from an address, as those over a network do.</summary>
internal sealed class RemoteAddress(IPAddress address) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
        {
            http.Connection.RemoteIpAddress = address;
            return rest(http);
        });
        next(app);
    };
}
