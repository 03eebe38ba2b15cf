using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Plans.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Plans;

internal static class PlanRoutes
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/plans/{id:guid}", Show).RequireAuthorization(Policies.Member)
        .Reveals("plan-opened", "plan", "計画を開いた");

    private static async Task<IResult> Show(Guid id, OfficeDb db, CancellationToken stop) =>
        await ShowPlan.HandleAsync(id, db, stop) is { } model ? View.Of<PlanPage, ShowPlan.Model>(model) : TypedResults.NotFound();
}
