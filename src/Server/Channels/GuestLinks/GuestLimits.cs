using System.Threading.RateLimiting;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>How often an address may knock, at links and at the door of the staff, and how often on one link: more than any person or office, far less than guessing needs.</summary>
internal static class GuestLimits
{
    private const int PerAddress = 120;
    private const int PerLink = 30;
    private const int PerVerifier = 20;
    private const int PerDoor = 120;

    public static IServiceCollection AddGuestLimits(this IServiceCollection services) => services.AddRateLimiter(static options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            Limiter(PerAddress, AddressOf),
            Limiter(PerLink, static request => request.Request.Path.Value?.Split('/').ElementAtOrDefault(2) ?? ""),
            Limiter(PerVerifier, AddressOf, "/verify"),
            Limiter(PerDoor, AddressOf, "/sign-in", ofPostsOnly: true),
            Limiter(PerDoor, AddressOf, "/lost-password", ofPostsOnly: true),
            Limiter(PerDoor, AddressOf, "/welcome", ofPostsOnly: true));
    });

    private static string AddressOf(HttpContext request) => request.Connection.RemoteIpAddress?.ToString() ?? "";

    private static PartitionedRateLimiter<HttpContext> Limiter(int most, Func<HttpContext, string> partition, string under = "/g", bool ofPostsOnly = false) =>
        PartitionedRateLimiter.Create<HttpContext, string>(request => request.Request.Path.StartsWithSegments(under, StringComparison.OrdinalIgnoreCase)
            && (!ofPostsOnly || HttpMethods.IsPost(request.Request.Method))
            ? RateLimitPartition.GetFixedWindowLimiter(partition(request), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(""));
}
