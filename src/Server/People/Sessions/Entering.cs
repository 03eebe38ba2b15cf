using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People.Sessions;

/// <summary>The door: a session begins with a row that can be seen and ended, and the cookie names it.</summary>
internal sealed class Entering(OfficeDbs dbs, SessionLimits limits, TimeProvider clock)
{
    private const string SessionClaim = "session";

    private static readonly TimeSpan SeenTo = TimeSpan.FromMinutes(5);

    /// <returns>Whether the person may come in at all: someone without a role in any office may not.</returns>
    public async Task<bool> EnterAsync(HttpContext http, Guid personId, Guid? officeId, CancellationToken stop)
    {
        if (await Session.OfAsync(dbs, personId, officeId, CookieAuthenticationDefaults.AuthenticationScheme, clock, stop) is not { } user)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var session = new SignInSession
        {
            Id = Guid.CreateVersion7(),
            PersonId = personId,
            Stamp = Session.StampOf(user) ?? "",
            Device = DeviceName.Of(http.Request.Headers.UserAgent),
            BegunAt = now,
            SeenAt = now,
        };
        await using var db = dbs.Open(new Scope.System("sign-in"));
        db.SignInSessions.Add(session);
        db.Audit.Add(new AuditEntry
        {
            OfficeId = Session.ViewerOf(user)!.OfficeId,
            At = now,
            PersonId = personId,
            Act = "signed-in",
            About = $"person:{personId}",
            Text = $"サインインしました（{session.Device}）。",
        });
        await db.SaveChangesAsync(stop);
        Name(user, session.Id);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, user);
        return true;
    }

    public async Task LeaveAsync(HttpContext http, CancellationToken stop)
    {
        if (IdOf(http.User) is { } id)
        {
            await EndAsync(id, stop);
        }

        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Whether the session of a cookie still holds; the fresh principal is given its name.</summary>
    public async Task<bool> HoldsAsync(ClaimsPrincipal cookie, ClaimsPrincipal fresh, CancellationToken stop)
    {
        if (IdOf(cookie) is not { } id)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var first = limits.FirstAt(now);
        await using var db = dbs.Open(new Scope.System("sign-in"));
        if (await db.SignInSessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.EndedAt == null && row.BegunAt > first, stop) is not { } session)
        {
            return false;
        }

        if (now - session.SeenAt > SeenTo)
        {
            await db.InTransactionAsync(inner => db.SignInSessions.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(static s => s.SeenAt, now), inner), stop);
        }

        Name(fresh, id);
        return true;
    }

    /// <summary>Sessions of a person that can still be used, the last seen first.</summary>
    public async Task<IReadOnlyList<SignInSession>> OpenAsync(Guid personId, OfficeDb db, CancellationToken stop)
    {
        var first = limits.FirstAt(clock.GetUtcNow());
        var stamp = await db.People.Where(row => row.Id == personId).Select(static row => row.SecurityStamp).SingleAsync(stop);
        return await db.SignInSessions.AsNoTracking()
            .Where(session => session.PersonId == personId && session.Stamp == stamp && session.EndedAt == null && session.BegunAt > first)
            .OrderByDescending(static session => session.SeenAt).ToListAsync(stop);
    }

    public static Guid? IdOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(SessionClaim), out var id) ? id : null;

    private static void Name(ClaimsPrincipal user, Guid id) => ((ClaimsIdentity)user.Identity!).AddClaim(new Claim(SessionClaim, id.ToString()));

    private async Task EndAsync(Guid id, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var db = dbs.Open(new Scope.System("sign-in"));
        await db.InTransactionAsync(
            inner => db.SignInSessions.Where(row => row.Id == id && row.EndedAt == null).ExecuteUpdateAsync(row => row.SetProperty(static s => s.EndedAt, now), inner), stop);
    }
}
