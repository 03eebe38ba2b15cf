using System.Security.Claims;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Meetings.Feed.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Feed;

/// <summary>Where a member of staff makes, reads and ends the address of their own calendar.</summary>
internal static class FeedRoutes
{
    public const string Address = "/meetings/calendar";

    public static void Map(IEndpointRouteBuilder app)
    {
        var own = app.MapGroup(Address).RequireAuthorization(Policies.Work);
        own.MapGet("", Show);
        own.MapPost("", Make);
        own.MapPost("/revocation", End);
    }

    private static async Task<IResult> Show(ClaimsPrincipal user, OfficeDb db, KeepFeed keep, CancellationToken stop) =>
        View.Of<FeedPage, KeepFeed.Model>(await keep.ShowAsync(Session.RequiredOf(user), db, stop));

    private static async Task<IResult> Make(ClaimsPrincipal user, OfficeDb db, KeepFeed keep, CancellationToken stop)
    {
        await keep.MakeAsync(Session.RequiredOf(user), db, stop);

        return TypedResults.LocalRedirect(Address);
    }

    private static async Task<IResult> End(ClaimsPrincipal user, OfficeDb db, KeepFeed keep, CancellationToken stop)
    {
        await keep.EndAsync(Session.RequiredOf(user), db, stop);

        return TypedResults.LocalRedirect(Address);
    }
}
