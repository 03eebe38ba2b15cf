using System.Security.Claims;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Preparing.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Preparing;

internal static class PreparationRoutes
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/preparation", Show).RequireAuthorization(Policies.Administer);

    private static async Task<IResult> Show(ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        View.Of<PreparationPage, ShowPreparation.Model>(await ShowPreparation.HandleAsync(Session.RequiredOf(user), db, clock, stop));
}
