using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace OfficeWorkflow.Server.People;

internal static class PeopleServices
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <param name="keys">Directory of the keys that protect cookies: sessions outlive a restart.</param>
    public static void AddPeople(this IServiceCollection services, string keys)
    {
        services.AddDataProtection().SetApplicationName("OfficeWorkflow").PersistKeysToFileSystem(new DirectoryInfo(keys));
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddSingleton<Password>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(static cookie =>
        {
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Cookie.Name = "office";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Idle;
            cookie.Events.OnValidatePrincipal = Session.ValidateAsync;
            cookie.Events.OnRedirectToAccessDenied = static context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        var authorization = services.AddAuthorizationBuilder();
        foreach (var (name, roles) in Policies.Names)
        {
            authorization.AddPolicy(name, policy => policy.RequireRole(roles));
        }

        authorization.SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder()
            .RequireRole(Policies.Names[Policies.Member]).Build());
    }
}
