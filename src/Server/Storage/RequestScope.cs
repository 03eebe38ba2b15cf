using System.Security.Claims;

namespace OfficeWorkflow.Server.Storage;

/// <summary>
/// On whose behalf a request works: what its middleware set (<c>Features.Set&lt;Scope&gt;</c>, as a guest link or the sign-in does), else the
/// signed-in person, else nobody.
/// </summary>
public static class RequestScope
{
    /// <summary>Claim with the person's id.</summary>
    public const string PersonClaim = "person";

    /// <summary>Claim with the id of the office the person works in.</summary>
    public const string OfficeClaim = "office";

    public static Scope Of(HttpContext? request) =>
        request is null ? new Scope.Nobody() : request.Features.Get<Scope>() ?? Of(request.User);

    private static Scope Of(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(PersonClaim), out var person) && Guid.TryParse(user.FindFirstValue(OfficeClaim), out var office)
            ? new Scope.Person(person, office)
            : new Scope.Nobody();
}
