using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.Channels.Mail.Ways;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.People.Digests;
using OfficeWorkflow.Server.People.Links;
using OfficeWorkflow.Server.People.Lists;
using OfficeWorkflow.Server.People.LostPasswords;
using OfficeWorkflow.Server.People.SecondFactors;
using OfficeWorkflow.Server.People.Sessions;
using OfficeWorkflow.Server.People.Tokens;

namespace OfficeWorkflow.Server.People;

internal static class PeopleServices
{
    private const string CookieName = "office";

    /// <summary>By token or by cookie, whichever the address asks for.</summary>
    private const string Recognized = "recognized";

    private static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <param name="keys">Directory of the keys that protect cookies: sessions outlive a restart.</param>
    public static void AddPeople(this IServiceCollection services, string keys, SessionLimits limits)
    {
        services.AddDataProtection().SetApplicationName("OfficeWorkflow").PersistKeysToFileSystem(new DirectoryInfo(keys));
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddSingleton<Password>();
        services.AddSingleton<ContactWays, StaffWays>();
        services.AddSingleton<UnknownAddresses>();
        services.AddSingleton<SecretBox>();
        services.AddSingleton(limits);
        services.AddSingleton<Entering>();
        services.AddSingleton<HandLink>();
        services.AddSingleton<PumpSource, LostPasswordSource>();
        services.AddSingleton<ListSource, PeopleRows>();
        services.AddAuthentication(Recognized).AddPolicyScheme(Recognized, displayName: null, static scheme =>
        {
            scheme.ForwardDefaultSelector = SchemeOf;
        }).AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, static _ => { }).AddCookie(static cookie =>
        {
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Cookie.Name = CookieName;
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

    /// <summary>
    /// Under /api by token; a page of ours may read there with its cookie. Nothing is changed there by a cookie, which a foreign page
    /// could make a browser send.
    /// </summary>
    private static string SchemeOf(HttpContext http)
    {
        var isApi = http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        var byCookie = !isApi || (HttpMethods.IsGet(http.Request.Method) && !TokenScheme.IsIn(http.Request) && http.Request.Cookies.ContainsKey(CookieName));
        return byCookie ? CookieAuthenticationDefaults.AuthenticationScheme : TokenScheme.Name;
    }
}
