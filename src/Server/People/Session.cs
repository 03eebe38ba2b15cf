using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People.Sessions;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.People;

/// <summary>Who a request comes from: read anew from the rows at each request, so that a change of roles or a dismissal holds at once.</summary>
public static class Session
{
    private const string StampClaim = "stamp";
    private const string OfficeNameClaim = "office-name";
    private const string StandsForClaim = "stands-for";

    /// <summary>The person as the request's principal, or null when they may no longer come in.</summary>
    /// <param name="officeId">The office they work in now; null for the first that they belong to.</param>
    /// <param name="scheme">By what they were recognized: cookie or token.</param>
    /// <param name="clock">Whom they stand in for depends on the day.</param>
    public static async Task<ClaimsPrincipal?> OfAsync(OfficeDbs dbs, Guid personId, Guid? officeId, string scheme, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("sign-in"));
        var rows = await (
            from person in db.People
            where person.Id == personId && person.ClosedAt == null
            join role in db.PersonRoles on person.Id equals role.PersonId
            where officeId == null || role.OfficeId == officeId
            join office in db.Offices on role.OfficeId equals office.Id
            orderby role.GivenAt, role.Role
            select new { person.Name, person.SecurityStamp, role.OfficeId, role.Role, OfficeName = office.Name }).ToListAsync(stop);
        if (rows.Count == 0)
        {
            return null;
        }

        var first = rows[0];
        var today = JapaneseEra.DayInTokyo(clock.GetUtcNow());
        var standsFor = await db.Absences
            .Where(absence => absence.OfficeId == first.OfficeId && absence.SubstituteId == personId
                && absence.EndedAt == null && absence.FromOn <= today && absence.UntilOn >= today)
            .Select(static absence => absence.PersonId)
            .Distinct()
            .ToListAsync(stop);
        Claim[] claims =
        [
            new(RequestScope.PersonClaim, personId.ToString()),
            new(RequestScope.OfficeClaim, first.OfficeId.ToString()),
            new(ClaimTypes.Name, first.Name),
            new(OfficeNameClaim, first.OfficeName),
            new(StampClaim, first.SecurityStamp),
            .. rows.Where(row => row.OfficeId == first.OfficeId).Select(static row => new Claim(ClaimTypes.Role, row.Role)),
            .. standsFor.Select(static id => new Claim(StandsForClaim, id.ToString())),
        ];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    public static Viewer? ViewerOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(RequestScope.PersonClaim), out var person)
        && Guid.TryParse(user.FindFirstValue(RequestScope.OfficeClaim), out var office)
            ? new Viewer(
                person,
                user.FindFirstValue(ClaimTypes.Name) ?? "",
                office,
                user.FindFirstValue(OfficeNameClaim) ?? "",
                [.. user.FindAll(ClaimTypes.Role).Select(static role => role.Value)])
            {
                StandsFor = [.. user.FindAll(StandsForClaim).Select(static claim => Guid.Parse(claim.Value))],
            }
            : null;

    internal static string? StampOf(ClaimsPrincipal user) => user.FindFirstValue(StampClaim);

    /// <summary>The signed-in person of a request behind a policy; there always is one.</summary>
    public static Viewer RequiredOf(ClaimsPrincipal user) =>
        ViewerOf(user) ?? throw new InvalidOperationException("This address needs a policy: nobody is signed in.");

    /// <summary>Cookie event: the cookie holds as long as the rows say so.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var viewer = context.Principal is { } user ? ViewerOf(user) : null;
        var services = context.HttpContext.RequestServices;
        var stop = context.HttpContext.RequestAborted;
        var fresh = viewer is null
            ? null
            : await OfAsync(services.GetRequiredService<OfficeDbs>(), viewer.PersonId, viewer.OfficeId, context.Scheme.Name, services.GetRequiredService<TimeProvider>(), stop);
        if (fresh is not null && string.Equals(StampOf(fresh), StampOf(context.Principal!), StringComparison.Ordinal)
            && await services.GetRequiredService<Entering>().HoldsAsync(context.Principal!, fresh, stop))
        {
            context.ReplacePrincipal(fresh);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }
}
