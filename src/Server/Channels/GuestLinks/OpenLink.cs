using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.GuestLinks.Views;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>From a token to the visit of an open link, or the page that says what to do instead.</summary>
internal sealed class OpenLink(OfficeDbs dbs, OfficeDb db, GuestKey key, IEnumerable<GuestPurpose> purposes, TimeProvider clock)
{
    private const int LongestFrom = 300;

    /// <summary>How long an entered code holds in the browser that entered it.</summary>
    private static readonly TimeSpan PassHolds = TimeSpan.FromMinutes(30);

    public async Task<IResult> VisitAsync(
        HttpContext request, string token, string? part, Func<GuestPurpose, GuestVisit, Task<IResult>> act, CancellationToken stop)
    {
        var now = clock.GetUtcNow();

        if (await FindAsync(request, token, stop) is not { } link || link.StateAt(now) is not GuestLinkState.Open)
        {
            return await EndedAsync(request, stop);
        }

        var office = await db.Offices.SingleAsync(office => office.Id == link.OfficeId, stop);

        return link.NeedsCode && !HasPass(request, link, now)
            ? CodePage(new(PathOf(token), office, link.IsCodeLocked, Refusal: null), StatusCodes.Status200OK)
            : await act(PurposeOf(link), new GuestVisit(db, link, office, PathOf(token), part, now) { From = FromOf(request) });
    }

    /// <summary>Takes a code: each wrong one is counted before it is looked at, so that many at once are many tries.</summary>
    public async Task<IResult> EnterCodeAsync(HttpContext request, string token, string? code, CancellationToken stop)
    {
        var now = clock.GetUtcNow();

        if (await FindAsync(request, token, stop) is not { NeedsCode: true } link || link.StateAt(now) is not GuestLinkState.Open)
        {
            return await EndedAsync(request, stop);
        }

        var office = await db.Offices.SingleAsync(office => office.Id == link.OfficeId, stop);
        var counted = await db.GuestLinks
            .Where(row => row.Id == link.Id && row.CodeTries < GuestLink.MostTries)
            .ExecuteUpdateAsync(static row => row.SetProperty(static link => link.CodeTries, static link => link.CodeTries + 1), stop);

        if (counted == 0)
        {
            return CodePage(new(PathOf(token), office, IsLocked: true, Refusal: null), StatusCodes.Status422UnprocessableEntity);
        }

        if (!GuestCode.Matches(code, key.CodeOf(link)))
        {
            return await WrongAsync(token, link.Id, office, stop);
        }

        await db.GuestLinks.Where(row => row.Id == link.Id).ExecuteUpdateAsync(static row => row.SetProperty(static link => link.CodeTries, 0), stop);
        GivePass(request, link, PathOf(token), now.Add(PassHolds).ToUnixTimeSeconds());
        return TypedResults.Redirect(PathOf(token));
    }

    private static string FromOf(HttpContext request)
    {
        var from = $"{request.Connection.RemoteIpAddress} {request.Request.Headers.UserAgent}".Trim();

        return from.Length > LongestFrom ? from[..LongestFrom] : from;
    }

    private static IResult CodePage(GuestCodeModel model, int status) => View.Of<GuestCodePage, GuestCodeModel>(model, status);

    private static string PathOf(string token) => GuestToken.Prefix + token;

    private static string CookieOf(GuestLink link) => $"code-{link.Id:n}";

    private GuestPurpose PurposeOf(GuestLink link) =>
        purposes.FirstOrDefault(purpose => string.Equals(purpose.Name, link.Purpose, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No purpose is registered as {link.Purpose}.");

    private async Task<IResult> WrongAsync(string token, Guid linkId, OfficeFile office, CancellationToken stop)
    {
        var tries = await db.GuestLinks.Where(row => row.Id == linkId).Select(static row => row.CodeTries).SingleAsync(stop);
        var left = GuestLink.MostTries - tries;
        var refusal = new Refusal("guest-code-wrong", $"コードが違います。あと{left}回入力できます。", "code");

        return CodePage(new(PathOf(token), office, left <= 0, left <= 0 ? null : refusal), StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Finds the link among all offices and then works in its office alone.</summary>
    private async Task<GuestLink?> FindAsync(HttpContext request, string token, CancellationToken stop)
    {
        await using var all = dbs.Open(new Scope.System("guest-link"));

        if (await Links.OpenAsync(all, token, stop) is not { } found)
        {
            return null;
        }

        request.Features.Set<Scope>(new Scope.Link(found.Id, found.OfficeId));
        return await db.GuestLinks.SingleAsync(link => link.Id == found.Id, stop);
    }

    private void GivePass(HttpContext request, GuestLink link, string path, long until) =>
#pragma warning disable S2092 // Secure wherever the office is reached by https; a demo on localhost is not.
        request.Response.Cookies.Append(
            CookieOf(link),
            key.PassOf(link, until),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.Request.IsHttps, Path = path });
#pragma warning restore S2092

    private bool HasPass(HttpContext request, GuestLink link, DateTimeOffset now) =>
        request.Request.Cookies[CookieOf(link)] is { } pass
        && long.TryParse(pass.Split('.')[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var until)
        && until > now.ToUnixTimeSeconds()
        && GuestCode.Equals(pass, key.PassOf(link, until));

    /// <summary>The same page and status for a link that ended and for one that never was. The telephone is told to who holds a real one.</summary>
    private async Task<IResult> EndedAsync(HttpContext request, CancellationToken stop)
    {
        await using var all = dbs.Open(new Scope.System("guest-link"));
        var ours = (request.Features.Get<Scope>() as Scope.Link)?.OfficeId;
        var offices = await all.Offices.Where(office => ours == null || office.Id == ours).OrderBy(static office => office.Id).Take(2).ToListAsync(stop);

        return View.Of<LinkEndedPage, LinkEnded>(new(offices is [var only] ? only : null), StatusCodes.Status404NotFound);
    }
}
