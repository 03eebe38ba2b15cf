using System.Security.Claims;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Work.Load.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Load;

internal static class LoadRoutes
{
    /// <param name="work">The group of work items.</param>
    public static void Map(IEndpointRouteBuilder work)
    {
        work.MapGet("/load", Show);
        work.MapGet("/load/{id:guid}", ShowOne).RequireAuthorization(Policies.Lead);
    }

    private static async Task<IResult> Show(ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        View.Of<LoadPage, ShowLoad.Model>(await ShowLoad.HandleAsync(Session.RequiredOf(user), db, desk, stop));

    private static async Task<IResult> ShowOne(Guid id, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await ShowLeaving.HandleAsync(id, Session.RequiredOf(user), db, desk, stop) is { } model
            ? View.Of<LeavingPage, ShowLeaving.Model>(model)
            : View.Of<ErrorPage, Problem>(Problem.NotFound, StatusCodes.Status404NotFound);
}
