using System.Threading.RateLimiting;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>How often an address may knock, and how often on one link: more than any person, far less than guessing needs.</summary>
internal static class GuestLimits
{
    private const int PerAddress = 120;
    private const int PerLink = 30;

    public static IServiceCollection AddGuestLimits(this IServiceCollection services) => services.AddRateLimiter(static options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            Limiter(PerAddress, static request => request.Connection.RemoteIpAddress?.ToString() ?? ""),
            Limiter(PerLink, static request => request.Request.Path.Value?.Split('/').ElementAtOrDefault(2) ?? ""));
    });

    private static PartitionedRateLimiter<HttpContext> Limiter(int most, Func<HttpContext, string> partition) =>
        PartitionedRateLimiter.Create<HttpContext, string>(request => request.Request.Path.StartsWithSegments("/g", StringComparison.Ordinal)
            ? RateLimitPartition.GetFixedWindowLimiter(partition(request), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(""));
}
