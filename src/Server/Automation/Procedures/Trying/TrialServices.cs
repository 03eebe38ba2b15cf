using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using OfficeWorkflow.Server.Automation.Procedures.Trying.Backtesting;
using OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying;

internal static class TrialServices
{
    /// <summary>A trial is decided anew with every step: far more steps than anybody makes, far fewer than would keep others waiting.</summary>
    public const string Limit = "trial";

    private const int PerMinute = 240;

    public static void AddTrials(this IServiceCollection services)
    {
        services.AddSingleton<TrialMoves>();
        services.AddSingleton<TryDraft>();
        services.AddSingleton<ShowTrial>();
        services.AddSingleton<RunTrials>();
        services.AddSingleton<BacktestDraft>();
        services.Configure<RateLimiterOptions>(static options => options.AddPolicy(
            Limit,
            static request => RateLimitPartition.GetFixedWindowLimiter(
                request.Connection.RemoteIpAddress?.ToString() ?? "", static _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) })));
    }
}
