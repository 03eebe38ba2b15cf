using System.Security.Claims;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Notices.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Notices;

internal static class NoticeRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/notices", List).RequireAuthorization(Policies.Member);
        app.MapPost("/notices/{id:guid}/end", End).RequireAuthorization(Policies.Work);
    }

    private static async Task<IResult> List(ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        View.Of<NoticesPage, ListNotices.Model>(
            await ListNotices.HandleAsync(Policies.Names[Policies.Work].Any(Session.RequiredOf(user).Has), db, clock, stop));

    private static async Task<IResult> End(Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await ListNotices.EndAsync(id, Session.RequiredOf(user).PersonId, db, clock, stop)
            ? TypedResults.LocalRedirect("/notices")
            : TypedResults.NotFound();
}
