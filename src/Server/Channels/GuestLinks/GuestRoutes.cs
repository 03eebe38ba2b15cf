using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.GuestLinks.Views;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>Where outsiders arrive, and where staff see to their links.</summary>
internal static class GuestRoutes
{
    public static void Map(WebApplication app)
    {
        var guest = app.MapGroup("/g").AllowAnonymous().AddEndpointFilter(Discreet);
        guest.MapGet("/{token}", Show);
        guest.MapGet("/{token}/{part}", Part);
        guest.MapPost("/{token}", Answer);
        guest.MapPost("/{token}/code", EnterCode);

        var staff = app.MapGroup("/links").RequireAuthorization(StaffPolicies.Work);
        staff.MapGet("/{id:guid}", ShowLink);
        staff.MapPost("/{id:guid}/code", Renew);
        staff.MapPost("/{id:guid}/revocation", Revoke);
    }

    /// <summary>The address is the secret: no page after this one learns it, and no machine keeps what it showed.</summary>
    private static async ValueTask<object?> Discreet(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        return await next(context);
    }

    private static Task<IResult> Show(string token, HttpContext http, OpenLink open, CancellationToken stop) =>
        open.VisitAsync(http, token, part: null, (purpose, visit) => purpose.ShowAsync(visit, stop), stop);

    private static Task<IResult> Part(string token, string part, HttpContext http, OpenLink open, CancellationToken stop) =>
        open.VisitAsync(http, token, part, (purpose, visit) => purpose.ShowAsync(visit, stop), stop);

    private static Task<IResult> Answer(string token, IFormCollection form, HttpContext http, OpenLink open, CancellationToken stop) =>
        open.VisitAsync(http, token, part: null, (purpose, visit) => purpose.PostAsync(visit, form, stop), stop);

    private static Task<IResult> EnterCode(string token, IFormCollection form, HttpContext http, OpenLink open, CancellationToken stop) =>
        open.EnterCodeAsync(http, token, form["code"], stop);

    private static async Task<IResult> ShowLink(Guid id, OfficeDb db, GuestKey key, TimeProvider clock, CancellationToken stop) =>
        await SeeLink.HandleAsync(id, db, key, clock, stop) is { } model ? View.Of<LinkPage, SeeLink.Model>(model) : TypedResults.NotFound();

    private static async Task<IResult> Renew(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await SeeLink.RenewCodeAsync(id, db, clock, stop) ? TypedResults.Redirect($"/links/{id}") : TypedResults.NotFound();

    private static async Task<IResult> Revoke(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await SeeLink.RevokeAsync(id, db, clock, stop) ? TypedResults.Redirect($"/links/{id}") : TypedResults.NotFound();
}
