using System.Net;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App;

/// <summary>How often a guest knocks is counted by the real address, which only a trusted proxy may tell.</summary>
public sealed class TrustedProxiesTests
{
    private const int More = 130;

    [Fact]
    public async Task Whoever_writes_the_header_without_being_trusted_is_counted_by_the_own_address() =>
        Assert.Contains(HttpStatusCode.TooManyRequests, await KnockAsync("10.0.0.5", trusted: null));

    [Fact]
    public async Task A_trusted_proxys_guests_are_counted_apart() =>
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, await KnockAsync("10.0.0.5", trusted: "10.0.0.0/8"));

    [Fact]
    public async Task A_proxy_that_is_not_among_the_trusted_is_not_believed() =>
        Assert.Contains(HttpStatusCode.TooManyRequests, await KnockAsync("192.168.1.9", trusted: "10.0.0.5"));

    /// <summary>Many guests, each from an address of its own, all through one proxy.</summary>
    private static async Task<IReadOnlyList<HttpStatusCode>> KnockAsync(string proxy, string? trusted)
    {
        var office = new RunningOffice.OnSqlite { RemoteAddress = IPAddress.Parse(proxy) };
        if (trusted is not null)
        {
            office.Settings["Proxies:Trusted:0"] = trusted;
        }

        await office.InitializeAsync();
        using var http = office.Client();
        var answers = new List<HttpStatusCode>();
        for (var guest = 0; guest < More; guest++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/g/guest-{guest}", UriKind.Relative));
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{guest}");
            using var answer = await http.SendAsync(request);
            answers.Add(answer.StatusCode);
        }

        await office.DisposeAsync();
        return answers;
    }
}
