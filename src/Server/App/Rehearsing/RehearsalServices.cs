using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OfficeWorkflow.Server.Outbox;

namespace OfficeWorkflow.Server.App.Rehearsing;

/// <summary>What only a rehearsal has: the movable clock and the failpoint. A normal start does not even look for one.</summary>
internal static class RehearsalServices
{
    /// <summary>Last of all registrations: it wraps the performers that are there.</summary>
    public static void AddRehearsal(this IServiceCollection services, RehearsalClock clock, string? failpoint)
    {
        services.AddSingleton(clock);
        services.AddSingleton<Rehearsal>();

        // How long nobody touched a browser is real time: a clock that jumps a week signs nobody out.
        services.Configure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, static cookie => cookie.TimeProvider = TimeProvider.System);
        if (Failpoint.Read(failpoint) is not { } point)
        {
            return;
        }

        services.AddSingleton<IInterceptor>(new FailingCommits(point));
        services.AddSingleton<IInterceptor>(new FailingClaims(point));
        foreach (var performer in services.Where(static service => service.ServiceType == typeof(Performer)).ToList())
        {
            services.Remove(performer);
            services.AddSingleton<Performer>(provider => new FailingPerformer(Make(provider, performer), point));
        }
    }

    private static Performer Make(IServiceProvider provider, ServiceDescriptor performer) => (Performer)(
        performer.ImplementationInstance
        ?? performer.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, performer.ImplementationType!));
}
